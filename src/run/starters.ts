// Reads the scripts to begin with of one integration.
import { Starter, starterListUrl } from '../contract/starter.ts'
import * as z from '../contract/zod.ts'
import { readSiteFile } from './site-file.ts'

/** @throws CallFailure when the file cannot be loaded */
export async function readStarters(slug: string): Promise<Starter[]> {
  return z.array(Starter).parse(JSON.parse(await readSiteFile(starterListUrl(slug))))
}
