// A script as it lies in a file: bytes, which need not be UTF-8, perhaps with a mark and a line that are not Lua.

const MARK = [0xef, 0xbb, 0xbf]

/**
 * Takes away the mark of UTF-8 that some editors write, and makes a comment of a first line that begins with `#`,
 * both as Lua's own command does. The numbers of all lines stay.
 */
export function trimScript(bytes: Uint8Array): Uint8Array {
  const text = MARK.every((byte, at) => bytes[at] === byte) ? bytes.subarray(MARK.length) : bytes
  return text[0] === 0x23 ? Buffer.concat([Buffer.from('--'), text]) : text
}

/** Why a file could not be read, in words. */
export function describeFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  return REASONS[code] ?? code
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it is not yours to read',
  EFBIG: 'it is longer than 8 MiB',
}
