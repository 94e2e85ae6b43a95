// Garbage, floods and what only a browser can post, from a hostile frame, a hostile worker and to the real frame:
// the run ends and says why, the page goes on answering, and the next run is right.
import { expect, test } from '@playwright/test'
import { type RunResult } from '../../src/contract/run.ts'
import { BROKEN_MESSAGES, NO_MESSAGE } from './garbage.ts'
import { type Harness } from './harness.ts'
import { FRAME_PATH, serveProduct, serveScript } from './product.ts'
import { openSite, type Site, type SiteFile } from './site.ts'

declare const harness: Harness

/** A page that does not answer for longer than this hangs, also on a machine that does ten other things. */
const LONGEST_PAUSE_MS = 5_000

const flood = (message: string) => `for (let seq = 0; seq < 100_000; seq++) post(${message})`
const FLOODS: Record<string, string> = {
  'a flood of output': flood(`{ type: 'output', run: RUN, seq, text: '' }`),
  'a flood of text': flood(`{ type: 'output', run: RUN, seq, text: 'x'.repeat(500) }`),
  'a flood of questions': flood(`{ type: 'host', run: RUN, id: seq, operation: 'docs.list', payload: '' }`),
  'a flood of nothing': flood('null'),
}
const FRAME_FLOODS: Record<string, string> = {
  'a flood for other runs': flood(`{ type: 'output', run: 'other', seq, text: '' }`),
  'a flood of checks': flood(`{ type: 'checked', id: seq, problem: null }`),
  'a flood of readiness': flood(`{ type: 'ready' }`),
}
/** Values that no program outside of a browser can post. */
const OF_BROWSERS: Record<string, string> = {
  'a module': 'post(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])))',
  'a blob': 'post(new Blob(["x"]))',
  'a picture': 'post(new ImageData(4, 4))',
  'a stream': '{ const stream = new ReadableStream(); port.postMessage(stream, [stream]) }',
  'a canvas': '{ const canvas = new OffscreenCanvas(4, 4); port.postMessage(canvas, [canvas]) }',
  'a port': '{ const { port1 } = new MessageChannel(); port.postMessage({ type: "output", port1 }, [port1]) }',
  'a buffer that was moved': '{ const b = new ArrayBuffer(9); port.postMessage({ type: "ready", b }, [b]) }',
}
// What a browser reads as the unit tests do: one of nine is enough to see that it does.
const some = Object.fromEntries(Object.entries(BROKEN_MESSAGES).filter((_, i) => i % 9 === 0))
const posted = Object.fromEntries(
  Object.entries({ ...NO_MESSAGE, ...some }).map(([name, text]) => [name, `post(${text})`]),
)

/** A frame that is ready, and does this when it gets its first run. */
function writeFrame(act: string): SiteFile {
  return serveScript(`addEventListener('message', ({ ports: [port] }) => {
    const post = (message) => port.postMessage(message)
    port.onmessage = ({ data }) => {
      const RUN = data.run
      if (data.type === 'run') { ${act} }
    }
    post({ type: 'ready' })
  })`)
}

/** A worker that does what the first line of a script names, while the script waits for its host. */
function writeWorker(acts: Record<string, string>): string {
  return `;{ const port = globalThis, post = postMessage.bind(globalThis)
    const acts = { ${Object.entries(acts)
      .map(([name, act]) => `${JSON.stringify(name)}: (RUN) => { ${act} }`)
      .join(',\n')} }
    addEventListener('message', ({ data }) => {
      if (data.type === 'run') acts[data.inputs.source.split('\\n')[0].slice(3)]?.('x')
    }) }`
}

let site: Site

test.beforeEach(async () => {
  site = await openSite()
})
test.afterEach(() => site.close())

function expectCrash(name: string, result: RunResult, events: number): void {
  expect({
    name,
    ok: result.ok,
    kind: result.ok || result.problem.kind,
    said: result.ok || result.problem.message,
  }).toEqual({
    ...{ name, ok: false, kind: 'crashed' },
    said: expect.stringMatching(/^The (?:sandbox|worker) \w+ (?!start).{5,}\.$/),
  })
  expect(events).toBe(0)
}

test('a hostile frame ends its run only, and the page goes on answering', async ({ page }) => {
  await serveProduct(site)
  const honest = site.files.get(FRAME_PATH)!
  await page.goto(site.origin)
  const acts = { ...posted, ...OF_BROWSERS, ...FLOODS, ...FRAME_FLOODS }
  let longest = 0
  for (const [name, act] of Object.entries(acts)) {
    site.files.set(FRAME_PATH, writeFrame(act))
    const came = await page.evaluate(() => harness.watch('print("hostile")'))
    expectCrash(name, came.result, came.calls)
    longest = Math.max(longest, came.longestPauseMs)
    site.files.set(FRAME_PATH, honest)
    const next = await page.evaluate(async () => {
      const { output } = await harness.run('print("right")')
      harness.runner.close()
      return output
    })
    expect([name, next]).toEqual([name, 'right\n'])
  }
  console.log(`longest pause of the page: ${Math.round(longest)} ms over ${Object.keys(acts).length} hostile frames`)
  expect(longest).toBeLessThan(LONGEST_PAUSE_MS)
})

test('a hostile worker ends its run only, and the frame goes on', async ({ page }) => {
  const faulty = Object.entries({ ...posted, ...FLOODS }).filter(([name]) => !/ (?:whose|without) run\b/.test(name))
  const acts = Object.fromEntries(faulty)
  await serveProduct(site, { worker: writeWorker(acts) })
  await page.goto(site.origin)
  for (const name of Object.keys(acts)) {
    const came = await page.evaluate((source) => harness.watch(source), `-- ${name}\ndocs.list()`)
    expectCrash(name, came.result, came.calls)
    expect(came.longestPauseMs).toBeLessThan(LONGEST_PAUSE_MS)
    const next = await page.evaluate(() => harness.run('print("right")'))
    expect([name, next.output]).toEqual([name, 'right\n'])
  }
})

test('the frame does not mind garbage from its page, before its port or through it', async ({ page }) => {
  await serveProduct(site)
  await page.goto(site.origin)
  const expressions = Object.values({ ...NO_MESSAGE, ...some })
  const script = `globalThis.garbage = () => [${expressions.map((text) => text.replaceAll('RUN', '"r"')).join(',\n')}]`
  // The page's policy forbids to evaluate text; devtools do not ask it.
  await page
    .context()
    .newCDPSession(page)
    .then((tools) => tools.send('Runtime.evaluate', { expression: script }))
  const heard = await page.evaluate(() => harness.tryGarbage())
  expect(heard).toEqual(['ready', 'output', 'done'])
})
