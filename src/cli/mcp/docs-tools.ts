// The tools of an agent that read the reference: the same text as the pages' Markdown.
import * as z from '../../contract/zod.ts'
import { type Assets } from '../kosmo/assets.ts'
import { findFunctions, readPage } from '../kosmo/command-read.ts'
import { LOOKS_UP, type Tool } from './tool.ts'

const SearchInput = z.strictObject({
  query: z.string().trim().min(1).max(1_000).describe('Words to look for, such as "list users"'),
})

const SearchOutput = z.looseObject({
  success: z.boolean(),
  query: z.string().optional(),
  functions: z.array(z.object({ function: z.string(), summary: z.string() })).optional(),
})

export function createSearchTool({ docs }: Assets): Tool<z.infer<typeof SearchInput>> {
  return {
    name: 'search_docs',
    title: 'Search the Lua reference',
    description:
      'Finds functions of the integrations, and guides, by words. Answers lines `integration.function - summary`, best first.',
    input: SearchInput,
    output: SearchOutput,
    annotations: LOOKS_UP,
    run: ({ query }) => findFunctions(docs, query),
  }
}

const ReadInput = z.strictObject({
  page: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'An integration, such as "clerk", a function, such as "clerk.get_user", or a guide, such as "errors". Left out: the list of all',
    ),
})

const ReadOutput = z.looseObject({
  success: z.boolean(),
  page: z.string().nullable().optional(),
  text: z.string().optional(),
  error: z.string().optional(),
})

export function createReadTool({ docs }: Assets): Tool<z.infer<typeof ReadInput>> {
  return {
    name: 'read_doc',
    title: 'Read the Lua reference',
    description:
      'Reads the page of an integration, the section of a function or a guide as Markdown: arguments, results, errors, examples. Without a page it lists them all.',
    input: ReadInput,
    output: ReadOutput,
    annotations: LOOKS_UP,
    run: ({ page }) => readPage(docs, page),
  }
}
