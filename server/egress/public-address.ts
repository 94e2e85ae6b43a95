// Which IP addresses are on the public internet. All others are refused: this network is not the user's to reach.
import ipaddr from 'ipaddr.js'

// The only IPv6 block that IANA assigns from for global unicast. It leaves out, among others, NAT64 (64:ff9b::),
// IPv4-compatible (::a.b.c.d), unique local, link local and site local addresses.
// https://www.iana.org/assignments/ipv6-address-space
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')

/**
 * Why an address is not public, in one word for tests and logs, or null when it is public.
 * Everything that is not plain unicast is refused, so a range added to ipaddr.js is refused from then on;
 * that includes addresses that carry an IPv4 address inside (mapped, 6to4, Teredo), whatever it is.
 */
export function addressProblem(address: string): string | null {
  // A scope such as fe80::1%eth0 names an interface of this machine.
  if (!ipaddr.isValid(address) || address.includes('%')) return 'unreadable'
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv6' && !parsed.match(GLOBAL_IPV6)) return 'not global'
  const range = parsed.range()
  return range === 'unicast' ? null : range
}
