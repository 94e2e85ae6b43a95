// Messages that no part of ours sends, for the tests of both sides of the sandbox: as JavaScript, since a test in a
// browser has to make them in the frame or in the worker itself.

/** Expressions of values that are no message at all. Each can be posted. */
export const NO_MESSAGE: Record<string, string> = {
  undefined: 'undefined',
  null: 'null',
  'a boolean': 'true',
  'a number': '7',
  'not a number': 'NaN',
  'a bigint': '10n',
  'a text': '"ready"',
  'the text of a message': '\'{"type":"ready"}\'',
  'a text of many megabytes': '"x".repeat(60_000_000)',
  'an empty object': '({})',
  'a list': '[]',
  'a list with a message': '[{ type: "ready" }]',
  'a list of a million items': 'Array.from({ length: 1_000_000 }, () => 0)',
  'a list with nothing but a length': 'Object.assign([], { length: 4_000_000_000 })',
  'an object of a hundred thousand fields':
    'Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => ["f" + i, i]))',
  'an object in itself': '(() => { const o = { type: "output" }; o.run = o; o.text = o; return o })()',
  'a deep object': '(() => { let o = {}; for (let i = 0; i < 400; i++) o = { type: o }; return o })()',
  'a map': 'new Map([["type", "ready"]])',
  'a set': 'new Set(["ready"])',
  'a date': 'new Date(0)',
  'a regular expression': '/ready/',
  'an error': 'new Error("ready")',
  'a buffer': 'new ArrayBuffer(8)',
  'a large array of numbers': 'new Float64Array(100_000)',
  'a boxed text': 'new String("ready")',
  'an unknown type': '({ type: "eval", code: "1" })',
  'a type of the other direction': '({ type: "run", run: "x", inputs: {} })',
  'a type that is a list': '({ type: ["ready"] })',
  'a type that is boxed': '({ type: new String("ready") })',
  'a type that every object has': '({ type: "constructor" })',
  'a type in the prototype': 'JSON.parse(\'{"__proto__":{"type":"ready"}}\')',
  'a type behind a getter that raises nothing': '({ get type() { return "toString" } })',
}

/** Values that a field of a message never has, for fields of texts, numbers and objects alike. */
const NEVER = [
  ...['undefined', 'null', 'true', '-1', '1.5', 'NaN', 'Infinity', '2 ** 53', '1e308', '5n', '[]', '[0]', '({})'],
  ...['new Date(0)', 'new ArrayBuffer(2)', '({ length: 1, 0: "x" })', 'new String("0")', 'new Number(0)'],
]

/** Expressions of whole messages by type, and the fields that each cannot be without. */
const WHOLE: Record<string, Record<string, string>> = {
  output: { run: 'RUN', seq: '0', text: '"x"' },
  host: { run: 'RUN', id: '0', operation: '"docs.list"', payload: '""' },
  done: { run: 'RUN', result: '({ ok: true, values: [], memoryBytes: 1, cpuMs: 1 })' },
}

/** Fields of a text that also take none of these. */
const TEXTS: Record<string, string[]> = {
  operation: ['""', '"fetch"', '"constructor"', '"__proto__"', '"call\\0"', '"CALL"', '"docs.write"'],
  payload: ['"x".repeat(2_000_000)'],
  text: ['"x".repeat(34_000_000)'],
  run: ['""', '"r".repeat(41)'],
}

const PROBLEM = '{ kind: "script", message: "x", line: 1, column: 1, traceback: [], error: null'
const FAILED = (problem: string) => `({ ok: false, problem: ${PROBLEM}, ${problem} }, memoryBytes: 1, cpuMs: 1 })`

const RESULTS: Record<string, string> = {
  'without ok': '({ values: [], memoryBytes: 1, cpuMs: 1 })',
  'with ok as a text': '({ ok: "true", values: [], memoryBytes: 1, cpuMs: 1 })',
  'with values that are a text': '({ ok: true, values: "x", memoryBytes: 1, cpuMs: 1 })',
  'with a value that is a text': '({ ok: true, values: ["x"], memoryBytes: 1, cpuMs: 1 })',
  'with a value without JSON': '({ ok: true, values: [{ text: "x" }], memoryBytes: 1, cpuMs: 1 })',
  'with memory that is a text': '({ ok: true, values: [], memoryBytes: "1", cpuMs: 1 })',
  'with time that is not a number': '({ ok: true, values: [], memoryBytes: 1, cpuMs: NaN })',
  'that failed without a problem': '({ ok: false, memoryBytes: 1, cpuMs: 1 })',
  'of a kind that is none': FAILED('kind: "eval"'),
  'in line 0': FAILED('line: 0'),
  'in a negative line': FAILED('line: -1'),
  'in half a line': FAILED('line: 1.5'),
  'in a line beyond all numbers': FAILED('line: 1e20'),
  'with a traceback that is a text': FAILED('traceback: "x"'),
  'with a traceback of texts': FAILED('traceback: ["x"]'),
  'with an error without a code': FAILED('error: { message: "x", hint: "", retryable: false }'),
  'with a code that is none': FAILED('error: { code: "constructor", message: "x", hint: "", retryable: false }'),
  'with a status that is a text': FAILED(
    'error: { code: "not_found", message: "x", hint: "", retryable: false, status: "404" }',
  ),
  'of a hundred thousand values': `({ ok: true, values: Array.from({ length: 100_000 }, () => ({ text: "", json: null })), memoryBytes: 1, cpuMs: 1 })`,
  'of twenty megabytes': `({ ok: true, values: [{ text: "x".repeat(20_000_000), json: null }], memoryBytes: 1, cpuMs: 1 })`,
  'of twenty megabytes in its hint': FAILED(
    'error: { code: "not_found", message: "x", hint: "x".repeat(20_000_000), retryable: false }',
  ),
}

/** Messages of the protocol with one fault, as expressions in which `RUN` is the id of a run, by what is wrong. */
export const BROKEN_MESSAGES: Record<string, string> = Object.fromEntries([
  ...Object.entries(WHOLE).flatMap(([type, fields]) =>
    Object.keys(fields).flatMap((field) => [
      [`${type} without ${field}`, writeMessage(type, omit(fields, field))],
      ...[...NEVER, ...(TEXTS[field] ?? [])].map((value) => [
        `${type} whose ${field} is ${value}`,
        writeMessage(type, { ...fields, [field]: value }),
      ]),
    ]),
  ),
  ...Object.entries(RESULTS).map(([fault, result]) => [
    `a result ${fault}`,
    writeMessage('done', { run: 'RUN', result }),
  ]),
])

function omit(fields: Record<string, string>, field: string): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field))
}

function writeMessage(type: string, fields: Record<string, string>): string {
  return `({ type: '${type}', ${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} })`
}
