// A script as the hash of an address: `#1` for the version, then base64url of the deflated source (RFC 1951, RFC 4648).
import { LIMITS } from '../../contract/limits.ts'

const VERSION = '1'
/** Longer than any honest link: deflate adds little to what it cannot shrink, base64 a third. */
const LONGEST_HASH = LIMITS.linkBytes * 2
const SHRINK_FIRST = `The script is over ${String(LIMITS.linkBytes / 1024)} KiB, too long for a link.`

export type LinkReading = { ok: true; source: string } | { ok: false; message: string }

/** Whether a hash means to hold a script: a version, then text. An anchor like `#top` does not. */
export function isScriptLink(hash: string): boolean {
  return /^#\d/.test(hash)
}

/**
 * Makes the hash for a script.
 *
 * @throws RangeError when the source is over LIMITS.linkBytes in UTF-8, with a message for people
 */
export async function encodeLink(source: string): Promise<string> {
  const bytes = new TextEncoder().encode(source)
  if (bytes.length > LIMITS.linkBytes) throw new RangeError(SHRINK_FIRST)
  const deflated = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `#${VERSION}${toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`
}

/** Reads the script from a hash. Never throws: a hash that cannot be read says why, for people. */
export async function decodeLink(hash: string): Promise<LinkReading> {
  if (!hash.startsWith(`#${VERSION}`))
    return refuse('The link was made by a newer version of this site. Reload the page.')
  if (hash.length > LONGEST_HASH) return refuse(SHRINK_FIRST)
  try {
    return await inflate(fromBase64Url(hash.slice(1 + VERSION.length)))
  } catch {
    return refuse('The link is damaged or cut off. Ask for it again, or paste the script here.')
  }
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<LinkReading> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  // Decoding as it comes keeps a small bomb from growing in memory before it is measured.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let source = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { ok: true, source: source + decoder.decode() }
    size += value.length
    if (size > LIMITS.linkBytes) {
      await reader.cancel()
      return refuse(SHRINK_FIRST)
    }
    source += decoder.decode(value, { stream: true })
  }
}

function refuse(message: string): LinkReading {
  return { ok: false, message }
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]+$/.test(text)) throw new SyntaxError('not base64url')
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}
