// The closed subset of JSON Schema in which a definition describes arguments and results.
import * as z from './zod.ts'

export const TypeName = z.enum(['string', 'integer', 'number', 'boolean', 'array', 'object'])
export type TypeName = z.infer<typeof TypeName>

const scalar = z.union([z.string(), z.number(), z.boolean()])

/**
 * One schema node. Anything outside this list is refused by the build, so that every place that
 * reads a schema (page, validation, editor, Lua) can know all of it.
 */
export interface JsonSchema {
  type?: TypeName | undefined
  /** The value may be missing or null; null reaches Lua as nil. */
  nullable?: boolean | undefined
  title?: string | undefined
  description?: string | undefined
  enum?: (string | number)[] | undefined
  const?: string | number | boolean | undefined
  /** What is sent where the argument is left out. */
  default?: string | number | boolean | undefined
  /** What the vendor takes by itself where the argument is left out: shown, never sent. */
  vendorDefault?: string | number | boolean | undefined
  examples?: (string | number | boolean)[] | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
  pattern?: string | undefined
  format?: 'date-time' | 'date' | 'email' | 'uri' | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
  items?: JsonSchema | undefined
  properties?: Record<string, JsonSchema> | undefined
  required?: string[] | undefined
  /** `false` (the default) refuses other keys; a schema describes them. Written out, it says that there are no keys at all. */
  additionalProperties?: boolean | JsonSchema | undefined
  /** Why this object has no declared fields; required where it has none. */
  freeform?: string | undefined
  anyOf?: JsonSchema[] | undefined
}

export const JsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z
    .strictObject({
      type: TypeName.optional(),
      nullable: z.boolean().optional(),
      title: z.string().optional(),
      description: z.string().optional(),
      enum: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .optional(),
      const: scalar.optional(),
      default: scalar.optional(),
      vendorDefault: scalar.optional(),
      examples: z.array(scalar).optional(),
      minLength: z.number().int().nonnegative().optional(),
      maxLength: z.number().int().nonnegative().optional(),
      pattern: z.string().optional(),
      format: z.enum(['date-time', 'date', 'email', 'uri']).optional(),
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      minItems: z.number().int().nonnegative().optional(),
      maxItems: z.number().int().nonnegative().optional(),
      items: JsonSchema.optional(),
      properties: z.record(z.string(), JsonSchema).optional(),
      required: z.array(z.string()).optional(),
      additionalProperties: z.union([z.boolean(), JsonSchema]).optional(),
      freeform: z.string().min(10).optional(),
      anyOf: z.array(JsonSchema).min(2).optional(),
    })
    .superRefine((schema, context) => {
      for (const problem of schemaProblems(schema)) context.addIssue({ code: 'custom', ...problem })
    }),
)

/** What a well-formed node can still get wrong: keys that contradict each other. */
function* schemaProblems(schema: JsonSchema): Generator<{ message: string; path: string[] }> {
  if (!schema.type && !schema.anyOf) yield { message: 'needs a type or anyOf', path: ['type'] }
  if (schema.type === 'array' && !schema.items) yield { message: 'an array needs items', path: ['items'] }
  if (schema.default !== undefined && schema.vendorDefault !== undefined) {
    yield {
      message: 'stands beside default: what is sent leaves the vendor nothing to assume',
      path: ['vendorDefault'],
    }
  }
  if (schema.pattern !== undefined && !compiles(schema.pattern)) {
    yield { message: 'is no regular expression', path: ['pattern'] }
  }
  const fields = Object.keys(schema.properties ?? {})
  const decided = typeof schema.additionalProperties === 'object' || schema.additionalProperties === false
  if (schema.type === 'object' && !fields.length && !decided && !schema.freeform) {
    yield {
      message: 'an object needs declared properties, or freeform with the reason why it has none',
      path: ['properties'],
    }
  }
  for (const name of schema.required ?? []) {
    if (!fields.includes(name)) yield { message: `"${name}" is required but not among properties`, path: ['required'] }
  }
}

/** Whether a text is a regular expression, by the strict grammar that JSON Schema asks for (ECMA-262 with the flag `u`). */
export function compiles(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'u'))
  } catch {
    return false
  }
}
