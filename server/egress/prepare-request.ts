// Makes a vendor request complete: headers of ours, the credential, and the cap on its size.
import { CallFailure } from '../../src/contract/errors.ts'
import { type Method, type VendorRequest } from '../../src/contract/http.ts'
import { LIMITS } from '../../src/contract/limits.ts'
import { buildAuthorization } from './authorization.ts'
import { type Credentials } from './egress.ts'
import { ACCEPT_ENCODING } from './read-body.ts'

/** Ready to be sent to one origin. Holds a plain credential: it stays inside egress. */
export interface PreparedRequest {
  url: URL
  init: { method: Method; headers: Record<string, string>; body: string | null }
}

// They decide where a request ends, whom it reaches, or who is asking: not for a definition to set.
const RESERVED =
  /^(host|content-length|transfer-encoding|connection|upgrade|expect|te|trailer|authorization|cookie|proxy-.*)$/

/**
 * @throws CallFailure `missing_credentials`, `request_too_large`, or `internal` for a header that is not a definition's to set
 */
export function prepareRequest(url: URL, request: VendorRequest, credentials: Credentials): PreparedRequest {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-encoding': ACCEPT_ENCODING,
    'user-agent': 'kosmokrator-lua',
  }
  for (const [name, value] of Object.entries(request.headers)) {
    const lower = name.toLowerCase()
    if (RESERVED.test(lower)) throw new CallFailure('internal', `A definition may not set the header ${lower}.`)
    headers[lower] = value
  }
  const size = Buffer.byteLength(request.body ?? '') + Buffer.byteLength(JSON.stringify([url.href, headers]))
  if (size > LIMITS.requestBytes) {
    const shown = `${Math.ceil(size / 1024)} KiB, more than ${LIMITS.requestBytes / 1024} KiB`
    throw new CallFailure('request_too_large', `The request has ${shown}.`)
  }
  if (request.auth) headers['authorization'] = buildAuthorization(request.auth, credentials)
  return { url, init: { method: request.method, headers, body: request.body } }
}
