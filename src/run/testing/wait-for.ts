// Waiting for what a test has set going, as long as a machine under load may take.
import { vi } from 'vitest'

const LONG_MS = 30_000

/** Tries again until the check throws no more. */
export function waitFor(check: () => void): Promise<void> {
  return vi.waitFor(check, LONG_MS)
}
