// A request as text, the way it goes over the wire; secrets stand in it as the names of their fields.
import { type RequestView } from '../../contract/http.ts'

/** Method and address, headers, and the body after an empty line (RFC 9110). */
export function formatRequest({ method, url, headers, body }: RequestView): string {
  const lines = [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return body === null ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`
}
