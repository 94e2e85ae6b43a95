// What the functions of an integration take and give as text, one line a field: what a reader of the definition relies on.
import { type FunctionDefinition, type IntegrationDefinition } from '../../src/contract/definition.ts'
import { type JsonSchema } from '../../src/contract/json-schema.ts'

/** An object with more lines than this is written once, and named where it comes again. */
const SHORT = 12

/**
 * The surface of all functions, without any prose. A line is `path: type`, then what holds of it: `required`, `or null`,
 * choices, bounds, `= default` (sent) and `~ default` (the vendor's own).
 */
export function writeSurface({ functions, hidden }: IntegrationDefinition): string {
  const written = new Map<string, string>()
  const parts = functions.map((fn) => writeFunction(fn, written))
  return [...parts, `hidden: ${hidden.join(', ') || 'nothing'}\n`].join('\n')
}

function writeFunction(fn: FunctionDefinition, written: Map<string, string>): string {
  const { name, aliases, effect, idempotent, inverse, openWorld, billed } = fn
  const marks = [
    effect,
    ...(idempotent ? ['idempotent'] : []),
    ...(openWorld ? ['open world'] : []),
    ...(billed ? ['billed'] : []),
    ...(inverse ? [`undone by ${inverse}`] : []),
    ...aliases.map((alias) => `also ${alias}`),
  ]
  const lines = [
    ...describe(fn.input, '', false, new Map(), name).map((line) => `  takes${line}`),
    ...describe(fn.output, '', false, written, name).map((line) => `  gives${line}`),
  ]
  return `${name}: ${marks.join(', ')}\n${lines.join('\n')}\n`
}

function describe(
  schema: JsonSchema,
  path: string,
  required: boolean,
  written: Map<string, string>,
  owner: string,
): string[] {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) =>
      describe(field, `.${key}`, schema.required?.includes(key) ?? false, new Map(), owner),
    ),
    ...(typeof schema.additionalProperties === 'object'
      ? describe(schema.additionalProperties, '.*', false, new Map(), owner)
      : []),
    ...(schema.anyOf ?? []).flatMap((option, at) => describe(option, `|${at + 1}`, false, new Map(), owner)),
  ]
  const own = `${path || ' it'}: ${describeOne(schema, required)}`
  const items = schema.items ? describe(schema.items, '[]', false, written, owner) : []
  const text = inner.join('\n')
  const before = written.get(text)
  if (before !== undefined) return [`${own}, with the fields that ${before} gives`, ...items.map((line) => path + line)]
  if (inner.length > SHORT) written.set(text, owner)
  return [own, ...[...inner, ...items].map((line) => path + line)]
}

function describeOne(schema: JsonSchema, required: boolean): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, pattern, format } = schema
  const between = (word: string, low: number | undefined, high: number | undefined) =>
    low === undefined && high === undefined ? [] : [`${word}${low ?? ''}..${high ?? ''}`]
  return [
    schema.type ?? 'one of',
    ...(required ? ['required'] : []),
    ...(schema.nullable ? ['or null'] : []),
    ...(schema.enum ? [schema.enum.join('|')] : []),
    ...(schema.const !== undefined ? [JSON.stringify(schema.const)] : []),
    ...between('', minimum, maximum),
    ...between('length ', minLength, maxLength),
    ...between('items ', minItems, maxItems),
    ...(pattern ? [`/${pattern}/`] : []),
    ...(format ? [format] : []),
    ...(schema.additionalProperties === true || schema.freeform ? ['open'] : []),
    ...(schema.default !== undefined ? [`= ${JSON.stringify(schema.default)}`] : []),
    ...(schema.vendorDefault !== undefined ? [`~ ${JSON.stringify(schema.vendorDefault)}`] : []),
  ].join(' ')
}
