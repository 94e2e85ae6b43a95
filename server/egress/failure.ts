// Turns what the network can throw into the closed list of codes. No message holds an address or a credential.
import { CallFailure } from '../../src/contract/errors.ts'

/** What the messages may tell: the host that the user chose, and how long was waited. */
interface Circumstances {
  /** Host and port as in the URL. */
  host: string
  timeoutMs: number
  caller: AbortSignal
  deadline: AbortSignal
}

/** The request may have arrived, and its reply did not: the vendor may have done what was asked. */
export class LostReply extends CallFailure {}

const DNS = /^(ENOTFOUND|EAI_[A-Z]+|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT)$/
const TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO$)/

/**
 * Names the failure. The original error is not kept as the cause: it carries addresses of this network.
 */
export function nameFailure(error: unknown, { host, timeoutMs, caller, deadline }: Circumstances): CallFailure {
  if (error instanceof CallFailure) return error
  if (caller.aborted) return new CallFailure('cancelled', 'The call was stopped.')
  if (deadline.aborted) {
    return new LostReply('timeout', `${host} did not answer within ${Math.round(timeoutMs / 100) / 10} seconds.`)
  }
  const code = readCode(error)
  if (DNS.test(code)) return new CallFailure('dns_failed', `The name ${host} could not be found (${code}).`)
  if (TLS.test(code)) return new CallFailure('tls_failed', `No secure connection to ${host} (${code}).`)
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') {
    return new CallFailure('connection_failed', `${host} did not take the connection in time.`)
  }
  if (code === 'ECONNREFUSED') return new CallFailure('connection_failed', `${host} refused the connection.`)
  if (code === 'UND_ERR_HEADERS_OVERFLOW') {
    return new CallFailure('reply_too_large', `${host} answered with more headers than are read.`)
  }
  if (code.startsWith('HPE_')) return new CallFailure('connection_failed', `${host} does not speak HTTP (${code}).`)
  if (code === 'UND_ERR_INVALID_ARG') {
    return new CallFailure('invalid_argument', `A header or the path of the request to ${host} cannot be sent.`)
  }
  return new LostReply('connection_failed', `The connection to ${host} broke${code && ` (${code})`}.`)
}

/** The code of an error; several attempts at one name come as one AggregateError, whose code is the last one's. */
function readCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
