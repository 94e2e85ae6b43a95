// What the text endpoints are made of: all integrations and all guides, in the order of the site.
import { getCollection } from 'astro:content'
import { type Guide } from './llms.ts'
import { type Reference } from './markdown.ts'

/** Components of MDX have no text form: their tags and imports are left out. */
function plainText(body: string): string {
  return body.replace(/^import .*\n/gm, '').replace(/^<[A-Z]\w*[^>]*\/>\n?/gm, '')
}

export async function loadTexts(): Promise<{ references: Reference[]; guides: Guide[] }> {
  const integrations = await getCollection('integrations')
  const docs = await getCollection('docs')
  return {
    references: integrations.map(({ data }) => data),
    guides: docs
      .sort((a, b) => (a.data.sidebar.order ?? 99) - (b.data.sidebar.order ?? 99) || (a.id < b.id ? -1 : 1))
      .map(({ id, data, body = '' }) => ({
        title: data.title,
        description: data.description ?? '',
        path: `/${id}/`,
        text: plainText(body),
      })),
  }
}
