// The starters of one integration: loaded by the accounts page when an account was connected.
import { type APIRoute, type GetStaticPaths } from 'astro'
import { type CollectionEntry, getCollection } from 'astro:content'
import { writeStarters } from '../../reference/starters.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  const entries = await getCollection('integrations')
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }))
}

export const GET: APIRoute<{ entry: CollectionEntry<'integrations'> }> = ({ props }) =>
  Response.json(writeStarters(props.entry.data.definition, props.entry.data.examples))
