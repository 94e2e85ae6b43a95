// Short ways of sending and of naming failures, for the tests of egress.
import { type LookupFunction } from 'node:net'
import { CallFailure, type CallError } from '../../../src/contract/errors.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { type Credentials, type Egress, type SendOptions } from '../egress.ts'

/** Sends a GET without credentials, unless told otherwise. */
export function sendTo(
  egress: Egress,
  url: string,
  request: Partial<VendorRequest> = {},
  options: Partial<SendOptions> & { credentials?: Credentials } = {},
): Promise<VendorReply> {
  const { credentials = {}, ...rest } = options
  const full: VendorRequest = { method: 'GET', url, headers: {}, body: null, auth: null, ...request }
  return egress.send(full, credentials, { signal: new AbortController().signal, ...rest })
}

/** The error that a promise fails with; fails itself when there is none or another kind. */
export async function errorOf(promise: Promise<unknown>): Promise<CallError> {
  try {
    await promise
  } catch (failure) {
    if (failure instanceof CallFailure) return failure.error
    throw failure
  }
  throw new Error('It was expected to fail, and did not')
}

/** A resolver over a fixed table; other names do not exist. */
export function lookupTable(table: Record<string, string[]>): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (hostname, options, callback) => {
    asked.push(hostname)
    const found = table[hostname]?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    setImmediate(() => {
      if (!found) callback(Object.assign(new Error(`ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), [])
      else if (options.all) callback(null, found)
      else callback(null, found[0]!.address, found[0]!.family)
    })
  }
  return Object.assign(lookup, { asked })
}
