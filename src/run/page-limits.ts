// The limits of the server that serves this page: in its head, where they are not the usual ones.
import { parseLimits } from '../contract/limit-settings.ts'
import { LIMITS, type Limits } from '../contract/limits.ts'

/** Known as soon as the page is: no run waits for them. */
export const PAGE_LIMITS: Limits = readPageLimits()

function readPageLimits(): Limits {
  const content = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="limits"]')?.content
  return content ? parseLimits(content) : LIMITS
}
