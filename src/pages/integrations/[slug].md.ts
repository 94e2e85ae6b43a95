// The reference of one integration as Markdown, for agents.
import { type APIRoute, type GetStaticPaths } from 'astro'
import { type CollectionEntry, getCollection } from 'astro:content'
import { writeMarkdown } from '../../reference/markdown.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  const entries = await getCollection('integrations')
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }))
}

export const GET: APIRoute<{ entry: CollectionEntry<'integrations'> }> = ({ props }) =>
  new Response(writeMarkdown(props.entry.data), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
