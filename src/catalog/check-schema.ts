// Checks of one schema that its own form cannot express: bounds, and values that must fit it.
import { type JsonSchema } from '../contract/json-schema.ts'
import { findValidator } from '../vendor/validator.ts'
import { type Finding } from './problem.ts'
import { walkSchema } from './walk.ts'

const BOUNDS = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
] as const

/** Yields what is wrong with a schema and all nodes below it. */
export function* checkSchema(root: JsonSchema, at: PropertyKey[]): Generator<Finding> {
  for (const { schema, path } of walkSchema(root, at)) {
    for (const [low, high] of BOUNDS) {
      if ((schema[low] ?? -Infinity) > (schema[high] ?? Infinity)) {
        yield { path: [...path, low], reason: `is greater than ${high}` }
      }
    }
    yield* checkValues(schema, path)
  }
}

/** The values that a schema names must be such as it describes. */
function* checkValues(schema: JsonSchema, path: PropertyKey[]): Generator<Finding> {
  const { default: fallback, vendorDefault, examples = [], const: only, ...rest } = schema
  const values: [PropertyKey[], unknown][] = [
    [['default'], fallback],
    [['vendorDefault'], vendorDefault],
    [['const'], only],
    ...examples.map((example, index): [PropertyKey[], unknown] => [['examples', index], example]),
    ...(schema.enum ?? []).map((choice, index): [PropertyKey[], unknown] => [['enum', index], choice]),
  ]
  for (const [at, value] of values) {
    if (value !== undefined && !findValidator(rest).safeParse(value).success) {
      yield { path: [...path, ...at], reason: 'does not fit the schema that it stands in' }
    }
  }
}
