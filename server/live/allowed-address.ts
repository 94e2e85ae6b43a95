// Where the requests of one call may go: the hosts of its definition, and what the operator allowed.
import { type IntegrationDefinition } from '../../src/contract/definition.ts'
import { CallFailure } from '../../src/contract/errors.ts'
import { hostAllowed } from '../../src/vendor/server-url.ts'
import { type Egress } from '../egress/egress.ts'

export interface AddressRule {
  /** Whether PRIVATE_HOSTS lists this `host:port`. */
  isPrivate: (hostAndPort: string) => boolean
  /** Checks a request's URL once more, whoever built it. Throws CallFailure `blocked_address`. */
  check: (url: string) => void
  /** Redirects stay with the vendor's own hosts: a private host is only ever an account's choice. */
  mayRedirectTo: (url: URL) => boolean
}

export function createAddressRule(integration: IntegrationDefinition, egress: Egress): AddressRule {
  const patterns = Object.values(integration.servers).flatMap(({ hosts }) => hosts)
  const isVendor = (url: URL) =>
    url.protocol === 'https:' && !url.port && patterns.some((pattern) => hostAllowed(pattern, url.hostname))
  return {
    isPrivate(hostAndPort) {
      const url = URL.parse(`https://${hostAndPort}`)
      return url !== null && egress.isPrivateHost(url)
    },
    check(text) {
      const url = URL.parse(text)
      if (url && (isVendor(url) || egress.isPrivateHost(url))) return
      throw new CallFailure('blocked_address', `${integration.name} is not at ${url?.host ?? 'this URL'}.`, {
        hint: `Use an https address on ${patterns.join(' or ')}.`,
      })
    },
    mayRedirectTo: isVendor,
  }
}
