// A guide as Markdown, for agents.
import { type APIRoute, type GetStaticPaths } from 'astro'
import { type Guide, writeGuideText } from '../../reference/llms.ts'
import { loadTexts } from '../../reference/load-texts.ts'

export const getStaticPaths: GetStaticPaths = async () => {
  const { guides } = await loadTexts()
  return guides.map((guide) => ({
    params: { slug: guide.path.slice('/docs/'.length, -'.md'.length) },
    props: { guide },
  }))
}

export const GET: APIRoute<{ guide: Guide }> = ({ props }) =>
  new Response(writeGuideText(props.guide), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
