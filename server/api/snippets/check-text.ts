// What the text of a snippet may not be, whoever saves it.
import { type CatalogIndex } from '../../../src/contract/catalog.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { findSecrets, hasSecret } from '../../../src/intelligence/find-secrets.ts'

/** Lines that a message names. */
const MOST_LINES = 10

/**
 * @param most bytes of the source
 * @throws CallFailure, which names places and never repeats anything of the text
 */
export function checkText(
  { title, source }: { title: string; source: string },
  index: CatalogIndex,
  most: number,
): void {
  const bytes = Buffer.byteLength(source)
  if (bytes > most) {
    throw new CallFailure('source_too_large', `The script has ${bytes} bytes; ${most} are allowed.`)
  }
  // PostgreSQL keeps neither; the text that comes back is to be the one that was saved.
  if (source.includes('\0') || !source.isWellFormed()) {
    throw new CallFailure('invalid_argument', 'The script holds a character that is no text.', {
      hint: 'Write it as an escape in a string, such as \\0.',
    })
  }
  const patterns = index.integrations.flatMap(({ secretPatterns }) => secretPatterns)
  if (hasSecret(title, patterns)) throw new CallFailure('secret_found', 'The title seems to hold a credential.')
  const lines = [...new Set(findSecrets(source, patterns).map(({ line }) => line))]
  if (lines.length)
    throw new CallFailure('secret_found', `${nameLines(lines)} of the script seems to hold a credential.`)
}

function nameLines(lines: readonly number[]): string {
  if (lines.length === 1) return `Line ${lines[0]}`
  const more = lines.length > MOST_LINES ? ' and more' : ''
  return `Each of the lines ${lines.slice(0, MOST_LINES).join(', ')}${more}`
}
