// The scripts to begin with on an account, as the site lists them beside the page of their integration.
import * as z from './zod.ts'

export const Starter = z.object({
  title: z.string(),
  /** Address that opens it in the playground: its source is in the hash. */
  href: z.string().regex(/^\/playground\/#1[\w-]+$/),
  /** Keys of the credential groups that its calls need. */
  credentials: z.array(z.string()),
})
export type Starter = z.infer<typeof Starter>

/** Where an integration's list lies. */
export function starterListUrl(slug: string): string {
  return `/integrations/${slug}.starters.json`
}
