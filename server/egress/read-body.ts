// Reads the body of a reply, up to a cap that counts decompressed bytes.
import { type IncomingHttpHeaders } from 'node:http'
import { type Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { CallFailure } from '../../src/contract/errors.ts'
import { formatLimit } from '../../src/contract/format-limit.ts'

/** What egress asks for; a reply in any other encoding is refused. */
export const ACCEPT_ENCODING = 'gzip, br'

const decoders: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
}

/**
 * Reads a body as UTF-8 text. Reading stops at the first byte over the cap, and the connection is given up.
 *
 * @param host named in errors
 * @param limit bytes, both as they come in and decompressed
 * @throws CallFailure `reply_too_large`, or `vendor_error` when the encoding is unknown or broken
 */
export async function readBody(
  body: Readable,
  headers: IncomingHttpHeaders,
  host: string,
  limit: number,
): Promise<string> {
  if (Number(headers['content-length']) > limit) {
    // Otherwise the rest would be read and thrown away, to save the connection.
    body.on('error', () => undefined).destroy()
    throw tooLarge(host, limit)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(host, limit)
    chunks.push(chunk)
  }
  const bytes = await decode(Buffer.concat(chunks), headers['content-encoding'], host, limit)
  return new TextDecoder().decode(bytes)
}

async function decode(bytes: Buffer, header: string | undefined, host: string, limit: number): Promise<Buffer> {
  const encoding = (header ?? 'identity').trim().toLowerCase()
  if (!bytes.length || encoding === 'identity' || encoding === '') return bytes
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined
  if (!decoder) throw new CallFailure('vendor_error', `${host} answered in an encoding that was not asked for.`)
  try {
    return await decoder(bytes, { maxOutputLength: limit })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(host, limit)
    throw new CallFailure('vendor_error', `${host} answered with damaged ${encoding} data.`)
  }
}

function tooLarge(host: string, limit: number): CallFailure {
  return new CallFailure('reply_too_large', `${host} answered with more than ${formatLimit(limit, 'bytes')}.`)
}
