// Where a request may go: the base URL of a server, from the definition or from an account's setting.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { CallFailure } from '../contract/errors.ts'

/** Decides about hosts outside the definition, written `host:port`; the server's PRIVATE_HOSTS in production. */
export type AllowHost = (hostAndPort: string) => boolean

/**
 * Whether a host name (no port) is inside a pattern: the host itself, or `*.` and a domain for all hosts below it.
 *
 * @example hostAllowed('*.upstash.io', 'eu1-otter.upstash.io') // true
 */
export function hostAllowed(pattern: string, host: string): boolean {
  const name = host.toLowerCase()
  if (!pattern.startsWith('*.')) return name === pattern
  return name.endsWith(pattern.slice(1)) && name.length > pattern.length - 1
}

/**
 * The base URL of a server, without a slash at its end: https, a host that the definition allows, its default port,
 * no user name, no query. A host that `allow` accepts may be anything else, and plain http too.
 *
 * @param settings values of the account's `url` fields
 * @throws CallFailure `missing_credentials` or `blocked_address`
 */
export function readServerUrl(
  integration: IntegrationDefinition,
  server: string,
  settings: Record<string, string>,
  allow: AllowHost = () => false,
): string {
  const binding = integration.servers[server]
  if (!binding) throw new CallFailure('internal', `${integration.slug} has no server "${server}"`)
  const text = typeof binding.url === 'string' ? binding.url : readSetting(integration, binding.url.field, settings)
  const where = typeof binding.url === 'string' ? 'the definition' : binding.url.field
  const refuse = (reason: string) =>
    new CallFailure('blocked_address', `The base URL in ${where} ${reason}`, {
      hint: `Use an https address on ${binding.hosts.join(' or ')}.`,
    })
  const url = parseUrl(text)
  if (!url || /[\s\\]/.test(text.trim())) throw refuse('is no URL')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(`begins with ${url.protocol}, not https:`)
  if (url.username || url.password) throw refuse('must not hold a user name or password')
  if (url.search || url.hash) throw refuse('must not hold a query or fragment')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (!allow(`${url.hostname}:${port}`)) {
    if (url.protocol === 'http:') throw refuse('must begin with https:')
    if (!binding.hosts.some((pattern) => hostAllowed(pattern, url.hostname))) {
      throw refuse(`names ${url.hostname}, which is not on ${binding.hosts.join(' or ')}`)
    }
    if (url.port) throw refuse(`names port ${url.port}; only the default port is allowed`)
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

function readSetting(integration: IntegrationDefinition, key: string, settings: Record<string, string>): string {
  const field = integration.credentials.flatMap((group) => group.fields).find((candidate) => candidate.key === key)
  const given = Object.hasOwn(settings, key) ? settings[key]?.trim() : undefined
  const value = given ? given : field?.default
  if (value) return value
  throw new CallFailure('missing_credentials', `The account has no ${field?.label ?? key} (${key})`)
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text.trim()) ? new URL(text.trim()) : null
}
