// How a function binds to HTTP: where each argument goes, and how the reply becomes the result.
import * as z from './zod.ts'
import { ErrorCode } from './errors.ts'
import { Method } from './http.ts'

/**
 * A piece of a request body or of a result. Plain YAML stands for itself, and a few verbs stand for values:
 *
 * - `{ $arg: key }`: the argument; left out where it was not given
 * - `{ $list: key }`: the argument as a list, a single value as a list of one
 * - `{ $when: ex, $items: [EX, { $arg: ex }] }`: in a list, these items only when the argument was given
 * - `{ $reply: /result }`: what lies there in the reply (JSON Pointer; empty for the whole)
 * - `{ $count: /result }`: how many items lie there
 * - `{ $each: /items, $pick: /item }`: for every item there, what lies at the second pointer of it
 * - `{ $last: /items, $pick: /cursor }`: the same for the last item alone
 *
 * A query parameter has one more, see {@link QueryShape}.
 */
export type Shape =
  | string
  | number
  | boolean
  | null
  | ShapeItem[]
  | { $arg: string }
  | { $list: string }
  | { $reply: string }
  | { $count: string }
  | { $each: string; $pick: string }
  | { $last: string; $pick: string }
  | { [key: string]: Shape }

/** An item of a list. */
export type ShapeItem = Shape | { $when: string; $items: ShapeItem[] }

/** A JSON Pointer (RFC 6901). */
export const Pointer = z.string().regex(/^(\/[^/]+)*$/, 'is a JSON Pointer: empty, or /segments')

export const Shape: z.ZodType<Shape> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(ShapeItem),
    z.strictObject({ $arg: z.string() }),
    z.strictObject({ $list: z.string() }),
    z.strictObject({ $reply: Pointer }),
    z.strictObject({ $count: Pointer }),
    z.strictObject({ $each: Pointer, $pick: Pointer }),
    z.strictObject({ $last: Pointer, $pick: Pointer }),
    z.record(z.string().regex(/^[^$]/, 'is no verb: $arg, $list, $when, $reply, $count, $each, $last'), Shape),
  ]),
)

const ShapeItem: z.ZodType<ShapeItem> = z.lazy(() =>
  z.union([Shape, z.strictObject({ $when: z.string(), $items: z.array(ShapeItem) })]),
)

/**
 * A query parameter: a shape, where a list repeats the name, or `{ $join: key }` for the argument as one value, its
 * items set apart by commas (`explode: false` of OpenAPI).
 */
export type QueryShape = Shape | { $join: string }

const QueryShape: z.ZodType<QueryShape> = z.union([z.strictObject({ $join: z.string() }), Shape])

const HeaderText = z.string().regex(/^[ -~]*$/, 'is plain ASCII on one line')

const PATH = /^\/(?:[\w.~!$&'()*+,;=:@{}-]+(?:\/[\w.~!$&'()*+,;=:@{}-]+)*\/?)?$/

export const RequestBinding = z.strictObject({
  /** Name of the server, see `servers`. */
  server: z.string(),
  method: Method,
  /** Path below the server's base URL; `{name}` stands for an argument, percent-encoded as one segment. */
  path: z.string().regex(PATH, 'begins with / and holds plain segments: no query, no escapes, none empty'),
  /** Query parameters; an argument that was not given is left out, a list repeats the name. */
  query: z.record(z.string(), QueryShape).default({}),
  /** Header values: text, or an argument. The server's own authentication is added later and cannot be named here. */
  headers: z.record(z.string(), z.union([HeaderText, z.strictObject({ $arg: z.string() })])).default({}),
  /** JSON body. */
  body: Shape.optional(),
})
export type RequestBinding = z.infer<typeof RequestBinding>

export const ErrorBinding = z.strictObject({
  /** Where the vendor's own text lies in an error reply; the first pointer that holds a string wins. */
  message: z.array(Pointer).default(['/error', '/message']),
  /** Pointers where a string means that the call failed although the status says success. */
  inSuccess: z.array(Pointer).default([]),
  /** Codes for statuses where the general table is wrong for this vendor. */
  statuses: z.record(z.string().regex(/^[45]\d\d$/), ErrorCode).default({}),
  /** Where the vendor's own error code lies; the first pointer that holds a string wins. It reaches Lua as `vendor_code`. */
  code: z.array(Pointer).default([]),
  /** Codes for errors that the vendor's own code tells better than its status. */
  codes: z.record(z.string(), ErrorCode).default({}),
  /** Codes for errors whose text begins so, of a vendor that has no codes of its own. */
  texts: z.record(z.string().min(3), ErrorCode).default({}),
  /**
   * Where the vendor says which field is wrong: a list of entries with the field's name and a message each, or an object
   * of field names, each with one message or a list of them.
   */
  fields: z
    .union([
      z.strictObject({ list: Pointer, name: Pointer, message: z.array(Pointer).min(1) }),
      z.strictObject({ object: Pointer }),
    ])
    .optional(),
})
export type ErrorBinding = z.infer<typeof ErrorBinding>
