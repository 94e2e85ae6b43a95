// JSON that was damaged at random: json.decode and JavaScript's own parser accept, refuse and understand the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())
const RUNS = Number(process.env.KOSMO_PROPERTY_RUNS ?? 5_000)
const BATCH = 100

const STRINGS = [
  '""',
  '"a"',
  '"é😀"',
  '"a b"',
  '"__proto__"',
  '"\\u00e9"',
  '"\\ud83d\\ude00"',
  '"\\ud800"',
  '"\\n\\t\\\\\\/\\""',
]
const NUMBERS = [
  ...['0', '-0', '1', '-12', '1.5', '-0.0', '1e2', '1E+2', '1e-2', '0.1', '5e-324', '1e-400', '1.7976931348623157e308'],
  ...[
    '9007199254740993',
    '9223372036854775807',
    '-9223372036854775808',
    '9223372036854775808',
    '1234567890123456789012',
  ],
]
const PIECES = [
  ...[
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '0',
    '1',
    '-',
    '+',
    '.',
    'e',
    'E',
    't',
    'nul',
    'true',
    'null',
    '01',
    '.5',
  ],
  ...[
    '\n',
    '\0',
    '\u{1f}',
    '\u{7f}',
    '\u{a0}',
    '\u{feff}',
    '\u{2028}',
    "'",
    '/',
    '//',
    '/*',
    '#',
    'u',
    '\\u',
    '\\ud800',
  ],
  ...['NaN', 'Infinity', 'é', '😀', ' ', '1.', '', ''],
]

const space = fc.constantFrom('', '', '', ' ', '\n', '\t', '\r\n')
const spaced = (text: fc.Arbitrary<string>) => fc.tuple(space, text, space).map((parts) => parts.join(''))
const text = fc.letrec<{ any: string }>((tie) => {
  const field = fc.tuple(spaced(fc.constantFrom(...STRINGS)), spaced(tie('any'))).map((parts) => parts.join(':'))
  return {
    any: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(...STRINGS, ...NUMBERS, 'true', 'false', 'null'),
      fc.array(spaced(tie('any')), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc.array(field, { maxLength: 4 }).map((fields) => `{${fields.join(',')}}`),
    ),
  }
}).any
const edit = fc.record({ at: fc.nat(200), taken: fc.nat(2), put: fc.constantFrom(...PIECES) })
const damaged = fc.tuple(text, fc.array(edit, { maxLength: 3 })).map(([whole, edits]) =>
  edits.reduce((before, { at, taken, put }) => {
    const chars = Array.from(before)
    chars.splice(at % (chars.length + 1), taken, put)
    return chars.join('')
  }, whole),
)

const SCRIPT = `for _, text in ipairs(texts) do
  local ok, value = pcall(json.decode, text, { null = true })
  print(json.encode(ok and { json.encode(value), json.encode(value, { pretty = true }) } or { value }))
end`

/** For each text its value as compact and as pretty JSON, or the error alone. */
async function decodeAll(texts: string[]): Promise<string[][]> {
  const literals = texts.map((one) =>
    Array.from(new TextEncoder().encode(one), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
  )
  const source = `local texts = { "${literals.join('", "')}" }\n${SCRIPT}`
  const { output, result } = await gatherRun(runtime, createInputs(source), () => Promise.reject(new Error('no host')))
  if (!result.ok) throw new Error(result.problem.message)
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as string[])
}

/** Refused here on purpose: Lua would make it infinite. */
function hasHugeNumber(text: string): boolean {
  const numbers = text.replaceAll(/"(?:\\[^]|[^"\\])*"/g, '""').match(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g) ?? []
  return numbers.some((number) => !Number.isFinite(Number(number)))
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: normalize(JSON.parse(text)) }
  } catch {
    return null
  }
}

/** Names in the order of their bytes, half surrogate pairs as U+FFFD, and one zero, as Lua has them. */
function normalize(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(normalize)
  if (typeof value !== 'object' || value === null) return value === 0 ? 0 : value
  const fields = Object.entries(value).map(([name, field]) => [name.toWellFormed(), normalize(field)] as const)
  return Object.fromEntries(fields.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
}

test(`${RUNS} damaged texts are JSON in Lua where they are in JavaScript, with the same value`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: BATCH, maxLength: BATCH }), async (texts) => {
      const answers = await decodeAll(texts)
      for (const [i, [compact, pretty]] of answers.entries()) {
        const parsed = hasHugeNumber(texts[i]!) ? null : parse(texts[i]!)
        if (!parsed) {
          expect([texts[i], pretty]).toEqual([texts[i], undefined])
          expect(compact).toMatch(/^main\.lua:\d+: json\.decode: not JSON at byte \d+( \(line \d+, column \d+\))?: ./)
          continue
        }
        expect([texts[i], pretty === undefined]).toEqual([texts[i], false])
        const ours = parse(compact!)!
        expect(JSON.stringify(ours.value)).toBe(JSON.stringify(parsed.value))
        // Where JavaScript writes numbers alike, both forms are its own.
        if (JSON.stringify(ours.value) === compact) expect(pretty).toBe(JSON.stringify(ours.value, null, 2))
      }
    }),
    { numRuns: Math.ceil(RUNS / BATCH) },
  )
})
