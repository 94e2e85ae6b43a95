// What the text endpoints are made of: all integrations and all guides, in the order of the site.
import { getCollection } from 'astro:content'
import { writeGuide } from './guide-text.ts'
import { type Guide } from './llms.ts'
import { type Reference } from './markdown.ts'

export async function loadTexts(): Promise<{ references: Reference[]; guides: Guide[] }> {
  const integrations = await getCollection('integrations')
  const docs = await getCollection('docs')
  const findExample = (slug: string, name: string) =>
    integrations.find(({ id }) => id === slug)?.data.examples.find((example) => example.name === name)
  return {
    references: integrations.map(({ data }) => data),
    guides: docs
      .map(({ id, data, body = '' }) => ({
        title: data.title,
        description: data.description ?? '',
        path: `/${id}.md`,
        text: writeGuide(body, findExample),
        order: [id.split('/').length, data.sidebar.order ?? 99] as const,
      }))
      .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]),
  }
}
