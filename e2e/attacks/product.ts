// The product's own sandbox on a test site: the real bundle, the real policies, a page that drives it.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { frameHeaders } from '../../server/http/frame-csp.ts'
import { pagePolicy } from '../../server/http/page-headers.ts'
import { bundleSandbox, type Escape } from '../../src/sandbox/bundle.ts'
import { serveHtml, type Site, type SiteFile } from './site.ts'

export const FRAME_PATH = '/sandbox/frame.html'

/** Puts page, frame and Lua on the site. `escape` is what a hostile script would run once it got out of Lua. */
export async function serveProduct(site: Site, escape: Escape = {}): Promise<void> {
  const { html, scriptHash } = await bundleSandbox(escape)
  site.files.set(FRAME_PATH, serveHtml(html, frameHeaders(scriptHash)))
  await serveHarness(site)
}

/** Serves the frame as a browser without Connection-Allowlist reads it. */
export function dropAllowlist(site: Site): void {
  delete site.files.get(FRAME_PATH)!.headers['Connection-Allowlist']
}

/** Everything but the frame, which the caller puts at {@link FRAME_PATH}. */
export async function serveHarness(site: Site): Promise<void> {
  const wasm = await readFile(new URL('../../src/lua/engine.generated.wasm', import.meta.url))
  const policy = { 'Content-Security-Policy': pagePolicy(site.origin) }
  site.files.set('/sandbox/lua.wasm', { body: wasm, headers: { 'Content-Type': 'application/wasm' } })
  site.files.set('/catalog/index.json', serveJson({ version: 'test', integrations: [] }))
  site.files.set('/harness.js', { body: await bundleHarness(), headers: { 'Content-Type': 'text/javascript' } })
  site.files.set('/', serveHtml('<!doctype html><title>Page</title><body><script src="/harness.js"></script>', policy))
}

/** A document of one script under the frame's headers, without what the frame's own code takes away. */
export function serveScript(script: string, leaveOut: string[] = []): SiteFile {
  const hash = `sha256-${createHash('sha256').update(escapeScript(script)).digest('base64')}`
  const headers = Object.entries(frameHeaders(hash)).filter(([name]) => !leaveOut.includes(name))
  return serveOpenScript(script, Object.fromEntries(headers))
}

/** A document of one script without any guard. */
export function serveOpenScript(script: string, headers: Record<string, string> = {}): SiteFile {
  return serveHtml(`<!doctype html><body><script>${escapeScript(script)}</script>`, headers)
}

/** `</` would end the script element that holds the text. */
function escapeScript(script: string): string {
  return script.replaceAll('</', '<\\/')
}

function serveJson(value: unknown): SiteFile {
  return { body: JSON.stringify(value), headers: { 'Content-Type': 'application/json' } }
}

async function bundleHarness(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL('harness.ts', import.meta.url).pathname],
    ...{ bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2024' },
  })
  return outputFiles[0]!.text
}
