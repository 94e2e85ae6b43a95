// The site as a list for programs that read.
import { type APIRoute } from 'astro'
import { writeIndex } from '../reference/llms.ts'
import { loadTexts } from '../reference/load-texts.ts'

export const GET: APIRoute = async ({ site }) => {
  const { references, guides } = await loadTexts()
  return new Response(writeIndex(references, guides, site?.origin ?? ''))
}
