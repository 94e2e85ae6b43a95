// The definition of an integration: the one source of its page, validation, requests, demo and tests.
import * as z from './zod.ts'
import { ErrorBinding, Pointer, RequestBinding, Shape } from './binding.ts'
import { Effect } from './effect.ts'
import { ErrorCode } from './errors.ts'
import { JsonSchema } from './json-schema.ts'
import { IDENTIFIER, SLUG } from './names.ts'

const Identifier = z.string().regex(IDENTIFIER, 'is lower case letters, digits and _, beginning with a letter')
const Sentence = z.string().min(3)
const WebAddress = z.url({ protocol: /^https?$/ })

/** A host, or `*.` and a domain for all hosts below it. No port: only PRIVATE_HOSTS names ports. */
const HostPattern = z
  .string()
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is a host like api.example.com or *.example.com')

export const CredentialField = z.strictObject({
  key: Identifier,
  label: Sentence,
  type: z.enum(['text', 'email', 'url', 'secret']),
  required: z.boolean().default(true),
  default: z.string().optional(),
  placeholder: z.string().optional(),
  /** Regular expression that a value must match, with what to say when it does not. */
  pattern: z.strictObject({ matches: z.string(), message: Sentence }).optional(),
  /** Regular expression that finds such a value inside any text, so that it is not shared by mistake. */
  looksLike: z.string().optional(),
  help: Sentence,
})
export type CredentialField = z.infer<typeof CredentialField>

/** Fields that belong together; an account needs all required fields of at least one group. */
export const CredentialGroup = z.strictObject({
  key: Identifier,
  title: Sentence,
  /** How to get the values, in Markdown. */
  help: Sentence,
  fields: z.array(CredentialField).min(1),
  /** A real read call that proves the fields. */
  test: z.strictObject({ function: Identifier, arguments: z.record(z.string(), z.string()).default({}) }),
})
export type CredentialGroup = z.infer<typeof CredentialGroup>

export const ServerBinding = z.strictObject({
  /** Base URL, or the credential field that holds it. */
  url: z.union([z.url({ protocol: /^https$/ }), z.strictObject({ field: Identifier })]),
  /** Hosts that the base URL may name. */
  hosts: z.array(HostPattern).min(1),
  /** Key of the credential group that this server needs. */
  credentials: Identifier,
  auth: z.union([
    z.strictObject({ bearer: Identifier, prefix: z.string().optional() }),
    z.strictObject({ basic: z.tuple([Identifier, Identifier]) }),
  ]),
})
export type ServerBinding = z.infer<typeof ServerBinding>

export const FunctionDefinition = z.strictObject({
  name: Identifier,
  /** Other names that resolve, beside `<namespace>_<name>`, which always does. */
  aliases: z.array(Identifier).default([]),
  title: Sentence,
  /** One line for lists. */
  summary: Sentence,
  /** What it does, in Markdown. */
  description: Sentence,
  effect: Effect,
  /** Whether a second call with the same arguments changes nothing more. */
  idempotent: z.boolean().default(false),
  /** Why the vendor may reach elsewhere because of an argument. */
  openWorld: Sentence.optional(),
  /** What a call costs. */
  billed: Sentence.optional(),
  /** The function that undoes this one. */
  inverse: Identifier.optional(),
  /** Object schema; the order of properties is the order of positional arguments. */
  input: JsonSchema,
  output: JsonSchema,
  request: RequestBinding.optional(),
  result: Shape.optional(),
  /** Name of a function in src/vendor/<slug>.ts, for what `request` and `result` cannot say. */
  handler: z.string().optional(),
  /** Errors worth telling the reader: code → when it happens, in Markdown. */
  errors: z.partialRecord(ErrorCode, Sentence).default({}),
  /** How to go on to the next page: the argument, and where the reply holds its next value. */
  pagination: z.strictObject({ argument: Identifier, next: Pointer, items: Pointer }).optional(),
  /** Vendor limits worth knowing, in Markdown. */
  limits: Sentence.optional(),
  /** Vendor documentation of the endpoint. */
  source: WebAddress.optional(),
})
export type FunctionDefinition = z.infer<typeof FunctionDefinition>

export const IntegrationDefinition = z.strictObject({
  slug: z.string().regex(SLUG),
  name: Sentence,
  /** First is the canonical one. Hyphens may be written as underscores in Lua. */
  namespaces: z.array(z.string().regex(SLUG)).min(1),
  category: z.string().min(2),
  summary: Sentence,
  /** Label of the authentication on the page, as "API key". */
  auth: z.string().min(2),
  docs: WebAddress,
  servers: z.record(Identifier, ServerBinding),
  credentials: z.array(CredentialGroup).min(1),
  errors: ErrorBinding.prefault({}),
  /** Keys whose values in a reply are secrets: hidden at any depth before Lua, page or log see the reply. */
  hidden: z.array(z.string().min(1)).default([]),
  functions: z.array(FunctionDefinition).min(1),
})
export type IntegrationDefinition = z.infer<typeof IntegrationDefinition>
