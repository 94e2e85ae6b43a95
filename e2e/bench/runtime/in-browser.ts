// The product's runtime in Chromium: its real frame and worker, under their real headers, on a site of its own.
import { readdir, readFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { pagePolicy } from '../../../server/http/page-headers.ts'
import { FRAME_PATH, serveProduct, serveScript } from '../../attacks/product.ts'
import { openSite, serveHtml, type Site } from '../../attacks/site.ts'
import { launchOptions } from '../../setup/chromium.ts'
import { ECHO_SCRIPT } from './echo-frame.ts'
import type { BenchPage } from './page.ts'

declare const bench: BenchPage

export interface Browser {
  version: string
  page: { [Name in keyof BenchPage]: (...args: Parameters<BenchPage[Name]>) => ReturnType<BenchPage[Name]> }
  close(): Promise<void>
}

/** Needs a build: the page reads the catalog from `public/catalog`. */
export async function openBrowser(): Promise<Browser> {
  const site = await openSite()
  await serveBench(site)
  const browser = await chromium.launch(launchOptions())
  const page = await browser.newPage()
  await page.goto(`${site.origin}/bench.html`)
  await page.waitForFunction(() => 'bench' in globalThis)
  return {
    version: browser.version(),
    page: {
      run: (source) => page.evaluate((text) => bench.run(text), source),
      startCold: (source) => page.evaluate((text) => bench.startCold(text), source),
      makeCalls: (line, count) => page.evaluate(([a, b]) => bench.makeCalls(a, b), [line, count] as const),
      stopRun: () => page.evaluate(() => bench.stopRun()),
      askEcho: (request) => page.evaluate((asked) => bench.askEcho(asked), request),
    },
    async close() {
      await browser.close()
      await site.close()
    },
  }
}

async function serveBench(site: Site): Promise<void> {
  await serveProduct(site)
  // The page's policy names the one frame that it may hold; here the bare one stands beside it.
  const frames = `${site.origin}${FRAME_PATH} ${site.origin}/echo.html`
  const policy = { 'Content-Security-Policy': pagePolicy(site.origin).replace(`${site.origin}${FRAME_PATH}`, frames) }
  const document = '<!doctype html><title>Benchmark</title><body><script type="module" src="/bench.js"></script>'
  site.files.set('/bench.html', serveHtml(document, policy))
  site.files.set('/bench.js', { body: await bundlePage(), headers: { 'Content-Type': 'text/javascript' } })
  site.files.set('/echo.html', serveScript(ECHO_SCRIPT))
  // docs.search reads the list of guides once.
  site.files.set('/llms.txt', { body: '# Guides\n', headers: { 'Content-Type': 'text/plain' } })
  const folder = new URL('../../../public/catalog/', import.meta.url)
  for (const name of await readdir(folder)) {
    const headers = { 'Content-Type': 'application/json' }
    site.files.set(`/catalog/${name}`, { body: await readFile(new URL(name, folder)), headers })
  }
}

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('page.ts', import.meta.url).pathname],
    ...{ bundle: true, write: false, format: 'esm', platform: 'browser', target: 'es2024' },
  })
  return outputFiles[0]!.text
}
