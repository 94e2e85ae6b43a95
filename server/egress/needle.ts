// Finds a value in a given form in long text, as a chain of short regular expressions.
import { CallFailure } from '../../src/contract/errors.ts'
import { type Form } from './encoded-forms.ts'

/** Pieces in the regular expression that searches: enough to be rarely wrong, few enough to be compiled at once. */
const HEAD = 4
/** Pieces in each of the others. One for a whole key of a few kilobytes would overflow the stack of the engine. */
const CHUNK = 16
const LONGEST_CHUNK = 16
/** Characters compared in vain for each character of the text, beyond what a short text may cost anyway. */
const VAIN_PER_CHARACTER = 2
const VAIN_AT_LEAST = 64 * 1024

/** Gives back the text with every occurrence replaced. */
export type Replace = (text: string, replacement: string) => string

/**
 * Looks for the first chunk of the form, then matches the others where it ends. They are built only when it was
 * found, which for most replies is never.
 *
 * The function throws CallFailure `vendor_error` for a text that is made of beginnings of the value: searching it would
 * take the length of the text times that of the value, and hold up everybody else meanwhile.
 *
 * @param boundary a lookbehind and a lookahead that must hold at both ends
 */
export function createNeedle(form: Form, boundary: [string, string] = ['', '']): Replace {
  const chunks = writeChunks(form, boundary)
  const head = new RegExp(chunks.next().value ?? '', `g${form.flags}`)
  let tail: RegExp[] | null = null

  return (text, replacement) => {
    let result = ''
    let copied = 0
    let vain = -VAIN_AT_LEAST
    head.lastIndex = 0
    for (let found = head.exec(text); found; found = head.exec(text)) {
      tail ??= Array.from(chunks, (chunk) => new RegExp(chunk, `y${form.flags}`))
      const { end, whole } = matchTail(tail, text, head.lastIndex)
      if (!whole) {
        vain += end - found.index
        if (vain > VAIN_PER_CHARACTER * text.length) throw refuseText()
        head.lastIndex = found.index + 1
        continue
      }
      result += text.slice(copied, found.index) + replacement
      copied = head.lastIndex = end
    }
    return copied ? result + text.slice(copied) : text
  }
}

/** How far the chunks go when each begins where the one before ended, and whether all of them are there. */
function matchTail(tail: readonly RegExp[], text: string, from: number): { end: number; whole: boolean } {
  let end = from
  for (const chunk of tail) {
    chunk.lastIndex = end
    if (!chunk.test(text)) return { end, whole: false }
    end = chunk.lastIndex
  }
  return { end, whole: true }
}

function refuseText(): CallFailure {
  return new CallFailure('vendor_error', 'The answer looks too much like a credential of the account to be shown.')
}

/**
 * Sources of the regular expressions, one after the other. They end after no character that can be the beginning of
 * its own escape (% of %25, & of &amp;), since a chunk that has matched is not tried a second way.
 */
function* writeChunks({ pieces, write }: Form, [before, after]: [string, string]): Generator<string, undefined> {
  // A run of backslashes is tried from its beginning only; from each of its places it would take quadratic time.
  let chunk = String.raw`(?!(?<=\\)\\)${before}`
  let length = 0
  let least = HEAD
  for (const [index, piece] of pieces.entries()) {
    const source = write(piece, index)
    const last = index === pieces.length - 1
    chunk += last ? source + after : source
    length++
    const mayEnd = length >= least && (!/[%&\\]$/.test(piece) || length >= LONGEST_CHUNK)
    if (!last && !mayEnd) continue
    yield chunk
    chunk = ''
    length = 0
    least = CHUNK
  }
}
