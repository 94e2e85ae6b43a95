// A snippet: a script saved on the server under a link, with versions that never change.
import * as z from './zod.ts'
import { ACCOUNT, SLUG } from './names.ts'

/** 22 letters and digits: 131 random bits, and nothing at the end that a chat would cut off the link. */
export const SnippetId = z.string().regex(/^[0-9A-Za-z]{22}$/)
export const SnippetVersion = z.number().int().min(1).max(1_000_000)

/** `link`: anyone who has the link; `private`: only its owner. */
export const Visibility = z.enum(['link', 'private'])
export type Visibility = z.infer<typeof Visibility>

/** Something that can be seen: no space, control or format character, no mark without a letter, no blank filler. */
export const VISIBLE = /[^\s\p{C}\p{M}\p{Z}\u115f\u1160\u2800\u3164\uffa0]/u

export const SnippetTitle = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // No control or line-ending character, no half of a pair, nothing that turns the direction of what follows it.
  .regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, 'is one line of plain text')
  .regex(VISIBLE, 'says something')

/** One version of a snippet, named by both. */
export const SnippetRef = z.object({ snippet: SnippetId, version: SnippetVersion })
export type SnippetRef = z.infer<typeof SnippetRef>

/** A version as its reader gets it. */
export const Snippet = z.object({
  id: z.string(),
  version: z.number().int(),
  /** Number of the newest version; more than `version` when the link names an older one. */
  newest: z.number().int(),
  title: z.string(),
  source: z.string(),
  visibility: Visibility,
  /** Name of who saved it. */
  owner: z.string(),
  /** Whether the reader is the owner. */
  mine: z.boolean(),
  /** When this version was saved, ISO 8601. */
  savedAt: z.string(),
  /** What it was forked from; the source may be gone since. */
  forkOf: z.object({ snippet: z.string(), version: z.number().int() }).nullable(),
})
export type Snippet = z.infer<typeof Snippet>

/** A row of "my links". */
export const SnippetSummary = z.object({
  id: z.string(),
  title: z.string(),
  visibility: Visibility,
  newest: z.number().int(),
  createdAt: z.string(),
  savedAt: z.string(),
})
export type SnippetSummary = z.infer<typeof SnippetSummary>

/** Rows of one page of "my links", newest snippet first; a shorter page is the last one. */
export const SNIPPETS_PER_PAGE = 50

/** Where the next page goes on: the last row of the one before it. */
export const SnippetCursor = z.object({ id: SnippetId, createdAt: z.iso.datetime() })
export type SnippetCursor = z.infer<typeof SnippetCursor>

export const SaveSnippet = z.object({
  /** Measured by the server in bytes, with an error of its own: LIMITS.sourceBytes. */
  source: z.string().min(1),
  title: SnippetTitle,
  visibility: Visibility,
  /** A new version of this snippet of mine, whose visibility becomes the given one; a new snippet when left out. */
  snippet: SnippetId.optional(),
  /** What a new snippet was made from; only for a new one. */
  forkOf: SnippetRef.optional(),
})
export type SaveSnippet = z.infer<typeof SaveSnippet>

/**
 * Which account of the reader stands for each account name of the script, by integration and then by that name;
 * `default` is the name of calls that name none.
 */
export const AccountChoice = z.record(
  z.string().regex(SLUG),
  z.record(z.string().regex(ACCOUNT), z.string().regex(ACCOUNT)),
)
export type AccountChoice = z.infer<typeof AccountChoice>

/** Address of a snippet's page on this site: the newest version, or the one that is named. */
export function snippetPath(id: string, version?: number): string {
  return version === undefined ? `/s/${id}` : `/s/${id}@${version}`
}

/** Reads what follows `/s/`: an id, then `@` and a version where one is named. Null for anything else. */
export function parseSnippetName(name: string): { id: string; version: number | null } | null {
  const match = /^([0-9A-Za-z]{22})(?:@([1-9]\d{0,5}))?$/.exec(name)
  return match ? { id: match[1]!, version: match[2] === undefined ? null : Number(match[2]) } : null
}
