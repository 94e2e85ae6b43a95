// Requests to the server of the command, and what can be wrong with its address in words that help.
import { CallFailure } from '../../contract/errors.ts'

/**
 * As `fetch`, but a redirect is told and not followed: on its way a request would lose its method or its token.
 *
 * @throws CallFailure of a redirect, and of a certificate that is not trusted
 */
export async function fetchDirect(url: string | URL | Request, options?: object): Promise<Response> {
  const { origin } = new URL(url instanceof Request ? url.url : url)
  const response = await fetch(url, { ...options, redirect: 'manual' }).catch((error: unknown) => {
    throw explainCertificate(origin, error) ?? error
  })
  const target = response.headers.get('location')
  if (response.status < 300 || response.status > 399 || target === null) return response
  await response.body?.cancel()
  const to = URL.canParse(target, origin) ? new URL(target, origin) : null
  throw new CallFailure('offline', `${origin} sends requests on${to ? ` to ${to.origin}${to.pathname}` : ''}.`, {
    hint: 'Set KOSMO_SERVER to the address at which the server itself answers, with https:// where it has that.',
    retryable: false,
  })
}

function explainCertificate(origin: string, error: unknown): CallFailure | null {
  const code = String((error as { cause?: { code?: unknown } }).cause?.code)
  if (!/CERT|SIGNATURE|ISSUER/.test(code)) return null
  return new CallFailure('tls_failed', `The certificate of ${origin} is not trusted here: ${code}.`, {
    hint: 'Name the file with the certificate of its authority in NODE_EXTRA_CA_CERTS, or use the address that it is made for.',
  })
}
