// The two collections of the site: integrations (definitions, guides, examples) and docs (prose).
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { IntegrationDefinition } from './contract/definition.ts'
import { Example } from './reference/examples.ts'
import { integrationsLoader } from './reference/loader.ts'

export const collections = {
  integrations: defineCollection({
    loader: integrationsLoader(),
    schema: z.object({
      definition: IntegrationDefinition,
      /** Whether a demo vendor exists. */
      demo: z.boolean(),
      /** Markdown of the agent-facing guide, as written. */
      guide: z.string(),
      examples: z.array(Example),
    }),
  }),
  docs: defineCollection({
    loader: glob({ base: './content/docs', pattern: '**/*.{md,mdx}' }),
    schema: docsSchema({
      extend: z.object({
        /** Whether the page shows its title as a heading; islands bring their own. */
        heading: z.boolean().default(true),
        /** Where the page lies, above its title. */
        eyebrow: z.array(z.object({ label: z.string(), href: z.string().optional() })).optional(),
      }),
    }),
  }),
}
