// What would reach Convex as something else than was given: numbers that a float rounds, and text that is no Unicode.
import { isObject, type Value } from '../../contract/value.ts'

export interface Alteration {
  /** The place, as `fields.a[2]`, or the digits of the number. */
  place: string
  says: string
  hint: string
}

const ROUNDED = {
  says: 'is an integer that a number of Convex cannot hold exactly',
  hint: 'Numbers of Convex are 64-bit floats; store it as text, or as { ["$integer"] = … } in a field of v.int64().',
}

/** The last two come out of JSON text only; a Lua table cannot hold them. */
const KINDS: readonly { is: (value: Value) => boolean; says: string; hint: string }[] = [
  { ...ROUNDED, is: (value) => typeof value === 'bigint' && BigInt(Number(value)) !== value },
  {
    is: (value) => typeof value === 'number' && !Number.isFinite(value),
    says: 'is larger than any number can be',
    hint: 'An infinite number of Convex is { ["$float"] = "AAAAAAAA8H8=" }.',
  },
  {
    is: (value) => typeof value === 'string' && !value.isWellFormed(),
    says: 'holds half of a surrogate pair, which is no character',
    hint: 'Write the character itself, or both halves of it.',
  },
]

/** The first value that would not arrive as it is; undefined where all of them would. */
export function findAltered(value: Value, path: string): Alteration | undefined {
  for (const [place, inner] of walk(value, path)) {
    const kind = KINDS.find(({ is }) => is(inner))
    if (kind) return { place, says: kind.says, hint: kind.hint }
  }
  return undefined
}

/** The first integer of a JSON text beyond 64 bits that a float would round; the exact reader keeps only shorter ones. */
export function findRounded(text: string): Alteration | undefined {
  let digits: string | undefined
  JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const source = context?.source ?? ''
    if (typeof value === 'number' && Number.isFinite(value) && /^-?\d{19,}$/.test(source)) {
      const exact = BigInt(source)
      if (BigInt.asIntN(64, exact) !== exact && BigInt(value) !== exact) digits ??= source
    }
    return value
  })
  return digits === undefined ? undefined : { place: digits, ...ROUNDED }
}

/** Every value inside, and every name of a field, with the path to it. */
function* walk(value: Value, path: string): Generator<[path: string, value: Value]> {
  yield [path, value]
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walk(item, `${path}[${index + 1}]`)
  } else if (isObject(value)) {
    for (const [key, field] of Object.entries(value)) {
      yield [path, key]
      yield* walk(field, `${path}.${key}`)
    }
  }
}
