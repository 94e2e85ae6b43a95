// Link hints: connections and name lookups that no request follows, and that no CSP directive covers.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { launchOptions } from '../setup/chromium.ts'
import { HINTS, writeAttack } from './channels.ts'
import { openListeners } from './listeners.ts'
import { dropAllowlist, FRAME_PATH, serveHarness, serveOpenScript, serveProduct, serveScript } from './product.ts'
import { type Harness } from './harness.ts'
import { openSite, type Site, type SiteFile } from './site.ts'

declare const harness: Harness

/** Chromium's own record of every name that it looked up: no listener of ours can sit on the system's name server. */
const NAMES = /(?:preconnect|dns-prefetch)\.leak\.test/g

/**
 * Opens the page with that frame in a browser with a profile of its own, as hints need one.
 *
 * @param expected what will be connected to and looked up, however long that takes
 * @returns what was connected to and looked up, sorted
 */
async function hearHints(
  prepare: (site: Site, attack: string) => Promise<void>,
  expected: string[] = [],
): Promise<string[]> {
  const profile = await mkdtemp(join(tmpdir(), 'hints-'))
  const record = join(profile, 'net-log.json')
  const [site, ears] = await Promise.all([openSite(), openListeners()])
  await serveHarness(site)
  await prepare(site, writeAttack('frame', HINTS, ears))
  const options = launchOptions()
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [
      ...(options.args ?? []).filter((flag) => flag !== '--disable-background-networking'),
      `--log-net-log=${record}`,
    ],
    ignoreDefaultArgs: ['--disable-background-networking'],
  })
  const page = await context.newPage()
  await page.goto(site.origin)
  await page.evaluate(() => void harness.openFrame())
  const hear = async () => [...ears.heard(), ...new Set((await readFile(record, 'utf8')).match(NAMES))].sort()
  const hearMore = async () => {
    // Chromium writes its record in parts: what happens after pushes out what happened before.
    await page.evaluate(() => fetch('/').then(() => undefined))
    return hear()
  }
  if (expected.length) await expect.poll(hearMore).toEqual(expected)
  else await page.waitForTimeout(2_000)
  await context.close()
  const heard = await hear()
  await Promise.all([site.close(), ears.close(), rm(profile, { recursive: true, force: true, maxRetries: 5 })])
  return heard
}

const setFrame = (make: (attack: string) => SiteFile) => async (site: Site, attack: string) => {
  site.files.set(FRAME_PATH, make(attack))
}

test('the frame gives no hints: neither its code nor its headers alone let one out', async () => {
  const codeAlone = async (site: Site, frame: string) => {
    await serveProduct(site, { frame })
    dropAllowlist(site)
  }
  expect(await hearHints(codeAlone)).toEqual([])
  expect(await hearHints(setFrame((attack) => serveScript(attack)))).toEqual([])
})

test('without the guard every hint is acted on, and the CSP makes no difference', async () => {
  const all = ['dns-prefetch.leak.test', 'preconnect', 'preconnect.leak.test']
  const openFrame = setFrame((attack) => serveOpenScript(attack))
  const cspFrame = setFrame((attack) => serveScript(attack, ['Connection-Allowlist']))
  expect(await hearHints(openFrame, all)).toEqual(all)
  expect(await hearHints(cspFrame, all)).toEqual(all)
})
