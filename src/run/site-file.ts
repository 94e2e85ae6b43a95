// Reads a file of the site, with failures told apart: offline, gone, broken.
import { CallFailure } from '../contract/errors.ts'

/** @throws CallFailure offline, stale_page (the file is gone) or internal */
export async function readSiteFile(url: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(url)
  } catch (error) {
    throw new CallFailure('offline', `${url} could not be loaded.`, {}, { cause: error })
  }
  if (response.ok) return response.text()
  if (response.status === 404) throw new CallFailure('stale_page', `The site no longer has ${url}.`)
  throw new CallFailure('internal', `The site answered ${response.status} for ${url}.`)
}
