// What a page complains about while a test looks at it: console errors, exceptions and refused content.
import { type Page } from '@playwright/test'

/** Collects complaints from now on; an empty list at the end is the aim. */
export function watchPage(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // Chromium reports violations of the page's policy as errors too.
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}
