// Every attempt to escape from Lua, in the real worker of the real frame: each comes to what it comes to in Node.
import { type Request } from '@playwright/test'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { escapeAttempts } from '../../src/lua/escape-attempts.ts'
import { HONEST } from '../../src/lua/escapes/honest.ts'
import { ATTEMPT_LIMITS, describeEnd, runAttempt } from '../../src/lua/escapes/run-attempt.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { expect, test } from './fixtures.ts'
import { type Harness } from './harness.ts'

declare const harness: Harness

/** Attempts between two runs of the honest script. */
const BATCH = 15

test('no attempt reaches more in a browser than in Node, and an honest run is right after them', async ({ page }) => {
  const { ends, prints, calls } = await runAttempt(HONEST, await loadRuntime(await loadWasm()))
  const honest = { ends, prints, calls }
  const runScripts = (scripts: string[]) =>
    page.evaluate(
      async ([texts, limits]) => harness.sample.runAll(texts.map((source) => ({ source, limits, mirror: true }))),
      [scripts, ATTEMPT_LIMITS] as const,
    )
  const runAll = async (scripts: string[]) =>
    (await runScripts(scripts)).map(({ output, result, calls }) => ({
      ends: describeEnd(result),
      prints: output,
      calls,
    }))
  // What the page itself holds is found out before anything hostile ran.
  const readPage = () =>
    page.evaluate(() => ({
      globals: Reflect.ownKeys(globalThis).map(String).sort(),
      prototypes: [Object, Array, Function, Promise].map((type) => Reflect.ownKeys(type.prototype).map(String)),
      stored: [document.cookie, localStorage.length, sessionStorage.length],
    }))
  expect(await runAll([HONEST])).toEqual([honest])
  const before = await readPage()
  const asked: string[] = []
  page.on('request', (request: Request) => asked.push(request.url()))

  for (let at = 0; at < escapeAttempts.length; at += BATCH) {
    const batch = escapeAttempts.slice(at, at + BATCH)
    const came = await runAll([...batch.map(({ script }) => script), HONEST])
    expect(came.pop()).toEqual(honest)
    const named = came.map((end, i) => ({ name: batch[i]!.name, ...end, calls: batch[i]!.calls && end.calls }))
    const expected = batch.map(({ name, ends, prints, calls }) => ({ name, ends, prints, calls }))
    expect(named).toEqual(expected)
  }

  // Workers come from a blob of the frame.
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  expect(await readPage()).toEqual(before)
})
