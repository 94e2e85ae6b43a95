import { afterEach, expect, test, vi } from 'vitest'
import { type Host } from '../../contract/host.ts'
import { LIMITS } from '../../contract/limits.ts'
import { type RunLimits, type RunResult } from '../../contract/run.ts'
import { createInputs } from '../../lua/gather.ts'
import { unstoppablePrograms } from '../../lua/hostile-programs.ts'
import { sampleIndex } from '../../lua/sample-index.ts'
import { loadWasm } from '../load-wasm.ts'
import { runWatched } from './run-watched.ts'
import { startThread } from './start-thread.ts'

const wasm = loadWasm()
const echo: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })
const CALL = 'app.integrations.probe.echo{}'

interface Options {
  host?: Host
  limits?: Partial<RunLimits>
  signal?: AbortSignal
  print?: (text: string) => void
}

function run(source: string | Uint8Array, options: Options = {}): Promise<RunResult> {
  const { host = echo, limits, signal = new AbortController().signal, print = () => undefined } = options
  const inputs = createInputs(source, { index: sampleIndex, limits: { ...LIMITS, ...limits } })
  return runWatched({ thread: startThread(wasm), inputs, host, print, signal })
}

afterEach(() => {
  vi.restoreAllMocks()
})

test('a script runs, prints, calls out and returns', async () => {
  const printed: string[] = []
  const result = await run(`print("a") local r = ${CALL} print(r["function"]) return 1, { 2 }`, {
    print: (text) => printed.push(text),
  })
  expect(result).toMatchObject({ ok: true, values: [{ text: '1' }, { json: '[2]' }] })
  expect(printed.join('')).toBe('a\necho\n')
})

test('bytes that are no UTF-8 arrive as they are', async () => {
  const result = await run(Buffer.from('return #"\xff\x00\xe9", ("\xe9"):byte()', 'latin1'))
  expect(result).toMatchObject({ ok: true, values: [{ text: '3' }, { text: '233' }] })
})

test.concurrent.each(unstoppablePrograms)('$name is ended from outside', async ({ script }) => {
  const printed: string[] = []
  const result = await run(`print("before") ${script}`, {
    limits: { cpuMs: 100 },
    print: (text) => printed.push(text),
  })
  expect(result).toMatchObject({
    ok: false,
    problem: {
      kind: 'limit',
      message: 'The script computed for longer than 0.1 seconds.',
      error: { code: 'cpu_limit' },
    },
  })
  expect(printed).toEqual(['before\n'])
  expect(await run(`return ${CALL}["function"]`)).toMatchObject({ ok: true, values: [{ text: 'echo' }] })
})

test('a stop ends what cannot be interrupted, at once', async () => {
  const stop = new AbortController()
  const result = await run(`print("on") ${unstoppablePrograms[0]!.script}`, {
    signal: stop.signal,
    print: () => {
      stop.abort()
    },
  })
  expect(result).toMatchObject({ ok: false, problem: { kind: 'stopped', message: 'Stopped.' } })
  expect(await run('print(1)', { signal: stop.signal })).toMatchObject({ ok: false, problem: { kind: 'stopped' } })
})

test('a stop ends a run that waits for an answer', async () => {
  const stop = new AbortController()
  const host: Host = () => {
    stop.abort()
    return new Promise(() => undefined)
  }
  expect(await run(CALL, { host, signal: stop.signal })).toMatchObject({ ok: false, problem: { kind: 'stopped' } })
})

test('the clock stands still while an answer is awaited', async () => {
  const host: Host = async (operation, payload) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    return echo(operation, payload)
  }
  expect(await run(CALL, { host, limits: { cpuMs: 1_500 } })).toMatchObject({ ok: true })
})

test('a run that waits for too long ends too', async () => {
  const host: Host = () => new Promise(() => undefined)
  const result = await run(CALL, { host, limits: { wallMs: 500 } })
  expect(result).toMatchObject({ ok: false, problem: { kind: 'limit', error: { code: 'wall_limit' } } })
})

test('a machine that cannot be loaded is a crash, not a silence', async () => {
  const thread = startThread(Promise.reject(new Error('no such file')))
  const inputs = createInputs('return 1')
  const { signal } = new AbortController()
  const result = await runWatched({ thread, inputs, host: echo, print: () => undefined, signal })
  expect(result).toMatchObject({
    ok: false,
    problem: { kind: 'crashed', message: 'Lua could not be loaded: Error: no such file' },
  })
})

test('a check parses and runs nothing', async () => {
  const thread = startThread(wasm)
  expect(await thread.check('while true do end')).toBeNull()
  expect(await thread.check('local x = = 1')).toMatchObject({ kind: 'syntax', line: 1 })
  thread.end()
})
