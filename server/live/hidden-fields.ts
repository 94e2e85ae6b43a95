// Which fields of an account are taken out of everything that is shown, and the ways of showing that do so.
import { type IntegrationDefinition } from '../../src/contract/definition.ts'
import {
  type Auth,
  type ReplyView,
  type RequestView,
  type VendorReply,
  type VendorRequest,
  viewRequest,
} from '../../src/contract/http.ts'
import { hideReplySecrets } from '../../src/vendor/hidden.ts'
import { createRedactor, type Redactor } from '../egress/redact.ts'
import { type Secret } from '../vault/secret.ts'
import { unescapeAscii } from './unescape-ascii.ts'

export interface CallRedactor {
  redact: Redactor
  redactReply: (reply: VendorReply) => VendorReply
  showRequest: (request: VendorRequest) => RequestView
  /** Takes a redacted reply; keys that the definition declares hidden lose their values too. */
  showReply: (reply: VendorReply) => ReplyView
}

export function createCallRedactor(
  integration: IntegrationDefinition,
  secrets: Readonly<Record<string, Secret>>,
): CallRedactor {
  const auths = Object.values(integration.servers).map(({ auth }): Auth => {
    if ('basic' in auth) return { kind: 'basic', username: auth.basic[0], password: auth.basic[1] }
    return { kind: 'bearer', field: auth.bearer }
  })
  const redact = createRedactor(chooseHidden(integration, auths, secrets), auths)
  const redactPairs = (pairs: [string, string][]) =>
    pairs.map(([name, value]): [string, string] => [redact(name), redact(value)])
  return {
    redact,
    redactReply: ({ status, headers, body }) => ({
      status,
      headers: Object.fromEntries(redactPairs(Object.entries(headers))),
      body: redact(unescapeAscii(body)),
    }),
    showRequest(request) {
      const { method, url, headers, body } = viewRequest(request)
      return { method, url: redact(url), headers: redactPairs(headers), body: body === null ? null : redact(body) }
    },
    showReply: ({ status, body }) => ({ status, body: hideReplySecrets(integration, body) }),
  }
}

/**
 * Every field but addresses and plain text, which requests show anyway; plain text too where it is half of a
 * credential. A field that the definition does not know is hidden.
 */
function chooseHidden(
  integration: IntegrationDefinition,
  auths: readonly Auth[],
  secrets: Readonly<Record<string, Secret>>,
): Record<string, Secret> {
  const fields = integration.credentials.flatMap((group) => group.fields)
  const inAuth = new Set(
    auths.flatMap((auth) => (auth.kind === 'basic' ? [auth.username, auth.password] : [auth.field])),
  )
  const shown = fields.filter(({ key, type }) => type === 'url' || (type === 'text' && !inAuth.has(key)))
  const shownKeys = new Set(shown.map(({ key }) => key))
  return Object.fromEntries(Object.entries(secrets).filter(([key]) => !shownKeys.has(key)))
}
