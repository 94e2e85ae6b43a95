// Ids and tickets that look like the vendor's and are the same in every run.
import { type ClerkState } from './state.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 27

/** The next id: a prefix and 27 letters and digits, as a KSUID has them. Counts in the state. */
export function makeId(state: ClerkState, prefix: string): string {
  return `${prefix}_${spellNumber(++state.count)}`
}

/** 27 letters and digits that hang on a number only. The first two are those of the year. */
export function spellNumber(number: number): string {
  let seed = BigInt(number) * 0x9e3779b97f4a7c15n
  let text = '38'
  while (text.length < LENGTH) {
    seed = BigInt.asUintN(64, seed * 6364136223846793005n + 1442695040888963407n)
    text += DIGITS[Number((seed >> 33n) % 62n)]!
  }
  return text
}

/** A ticket that opens nothing: three parts like a signed token, the last one no signature. */
export function makeTicket(kind: string, id: string, expires: number): string {
  const encode = (part: object) => btoa(JSON.stringify(part)).replaceAll('=', '')
  const claims = { exp: Math.floor(expires / 1000), iid: 'ins_demo', sid: id, st: kind }
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.demo`
}

/** Where a ticket is used, at the address of the fake's own frontend. */
export function makeTicketUrl(ticket: string): string {
  return `https://kind-otter-12.clerk.accounts.dev/v1/tickets/accept?ticket=${ticket}`
}
