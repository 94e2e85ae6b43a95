// Which attempts hostile code made, as it says itself on the console: an attack that never ran proves nothing.
import { type ConsoleMessage, type Page } from '@playwright/test'

export function listenForAttempts(page: Page): Set<string> {
  const tried = new Set<string>()
  page.on('console', (message: ConsoleMessage) => {
    const [, attempt] = /^trying (\S+ \S+)$/.exec(message.text()) ?? []
    if (attempt) tried.add(attempt)
  })
  return tried
}

export function nameAttempts(realm: string, channels: object): string[] {
  return Object.keys(channels).map((channel) => `${realm} ${channel}`)
}

/** Waits until a worker has given up its interfaces: there, hostile code would come from Lua. */
export function delayAttack(attack: string): string {
  return `;{ const later = setTimeout; (function wait() {
    if (typeof importScripts === 'undefined') { ${attack} } else later(wait, 5) })() }`
}
