// Where to go back to: a path of this site, from the query of the address.

/**
 * Reads `to` from a query. Anything that would lead off this site, or is no path, counts as absent.
 *
 * @param search query of the address, with or without `?`
 * @param origin origin of this site
 * @returns path with query and hash, or null
 */
export function readReturnPath(search: string, origin: string): string | null {
  const to = new URLSearchParams(search).get('to')
  // Browsers read `//host` and `/\host` as another host, and drop tabs and line breaks before they look.
  if (!to?.startsWith('/') || /^\/[/\\]|[\t\n\r\\]/.test(to)) return null
  const url = URL.parse(to, origin)
  return url?.origin === origin ? url.pathname + url.search + url.hash : null
}
