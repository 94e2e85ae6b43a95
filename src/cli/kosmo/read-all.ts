// All of a file or of standard input, which may be a device or a pipe that never ends.
import { type Readable } from 'node:stream'

/** Far more than any script or call may be; what is longer would only fill the memory. */
const MOST_BYTES = 8 << 20

/** Rejects with the code EFBIG when there is more than anyone can mean; the stream is then closed. */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.length
    if (length > MOST_BYTES) throw Object.assign(new Error('too long'), { code: 'EFBIG' })
  }
  return Buffer.concat(parts)
}
