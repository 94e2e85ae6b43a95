// The address that opens a script in the playground: version 1 and the source, deflated, in the hash.
import { deflateRawSync } from 'node:zlib'

/** Built when the page is built; the playground reads it with DecompressionStream. */
export function editLink(source: string): string {
  return `/playground/#1${deflateRawSync(source, { level: 9 }).toString('base64url')}`
}
