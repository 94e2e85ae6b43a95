// What the text of a snippet may not be, whoever saves it.
import { CallFailure } from '../../../src/contract/errors.ts'
import { LIMITS } from '../../../src/contract/limits.ts'

/** @throws CallFailure; no message repeats anything of the text */
export function checkText({ source }: { title: string; source: string }): void {
  const bytes = Buffer.byteLength(source)
  if (bytes > LIMITS.sourceBytes) {
    throw new CallFailure('source_too_large', `The script has ${bytes} bytes; ${LIMITS.sourceBytes} are allowed.`)
  }
  // PostgreSQL keeps neither; the text that comes back is to be the one that was saved.
  if (source.includes('\0') || !source.isWellFormed()) {
    throw new CallFailure('invalid_argument', 'The script holds a character that is no text.', {
      hint: 'Write it as an escape in a string, such as \\0.',
    })
  }
}
