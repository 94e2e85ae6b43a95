// API tokens as they travel: `Authorization: Bearer kosmo_…`. The database knows them by their hash only.
import { createHash } from 'node:crypto'
import { customAlphabet } from 'nanoid'

const PREFIX = 'kosmo_'
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 43 of 62 letters: 256 random bits, so that a plain hash is enough. */
const makeLetters = customAlphabet(LETTERS, 43)

export interface MadeToken {
  /** For its owner, once. */
  token: string
  hash: string
  hint: string
}

export function makeApiToken(): MadeToken {
  const token = PREFIX + makeLetters()
  return { token, hash: hashApiToken(token), hint: token.slice(0, PREFIX.length + 4) }
}

function hashApiToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * The hash of the token in an Authorization header; an empty text for a header that holds none of ours, which then
 * belongs to nobody; null without the header. A request with the header has no session, whatever its cookies say.
 */
export function readApiToken(header: string | undefined): string | null {
  if (header === undefined) return null
  const token = /^Bearer (kosmo_[0-9A-Za-z]{43})$/i.exec(header)?.[1]
  return token === undefined ? '' : hashApiToken(token)
}
