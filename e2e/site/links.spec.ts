// Every link inside the site leads somewhere: to a page or file that was built, and to an anchor that is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@playwright/test'
import { ROOT } from '../setup/server.ts'

const DIST = join(ROOT, 'dist')

test('no link inside the site is dead', () => {
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const ids = new Map(pages.map((name) => [name, readIds(readFileSync(join(DIST, name), 'utf8'))]))
  const dead = pages.flatMap((name) =>
    readLinks(readFileSync(join(DIST, name), 'utf8'))
      .filter((href) => !leadsSomewhere(href, name, ids))
      .map((href) => `${name}: ${href}`),
  )
  expect(pages.length).toBeGreaterThan(10)
  expect([...new Set(dead)]).toEqual([])
})

test('no id stands twice on a page', () => {
  const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const doubled = pages.flatMap((name) => {
    const ids = [...readFileSync(join(DIST, name), 'utf8').matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
    return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${name}: ${id}`)
  })
  expect(doubled).toEqual([])
})

function readIds(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!))
}

function readLinks(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
}

function leadsSomewhere(href: string, from: string, ids: Map<string, Set<string>>): boolean {
  const url = new URL(href, `http://site/${from.replace(/index\.html$/, '')}`)
  if (url.host !== 'site') return true
  const path = decodeURIComponent(url.pathname)
  const file = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
  if (!existsSync(join(DIST, file))) return false
  const known = ids.get(relative(DIST, join(DIST, file)))
  // The hash of the playground is a script, not an anchor.
  return !url.hash || path === '/playground/' || known?.has(decodeURIComponent(url.hash.slice(1))) === true
}
