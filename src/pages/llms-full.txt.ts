// The whole site as one text.
import { type APIRoute } from 'astro'
import { writeFull } from '../reference/llms.ts'
import { loadTexts } from '../reference/load-texts.ts'

export const GET: APIRoute = async () => {
  const { references, guides } = await loadTexts()
  return new Response(writeFull(references, guides))
}
