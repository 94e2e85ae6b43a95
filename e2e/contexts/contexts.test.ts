import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { type Call } from '../../src/contract/call.ts'
import { type Host } from '../../src/contract/host.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { sampleIndex } from '../../src/lua/sample-index.ts'
import { answerProbe } from './probe.ts'
import { readPrograms } from './read-programs.ts'

const programs = readPrograms()
const runtime = await loadRuntime(await loadWasm())
const host: Host = async (_operation, payload) => {
  await new Promise((resolve) => setImmediate(resolve))
  const outcome = answerProbe(JSON.parse(payload) as Call)
  return outcome.ok ? { ok: true, text: outcome.value } : outcome
}

test.each(programs)('$name', async ({ source, expected }) => {
  const { output, result } = await gatherRun(runtime, createInputs(source, { index: sampleIndex }), host)
  expect(output + (result.ok ? result.values[0]?.text : result.problem.message)).toBe(expected)
})

test('there are some three hundred, no two of a name', () => {
  expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length)
  expect(programs.length).toBeGreaterThan(290)
})

// What Lua does when a function of the host just waits. The lists are Lua's own answers, where there is one to ask.
const lua = spawnSync('lua5.4', ['-v']).status === 0

test.runIf(lua)("what is expected is what Debian's lua5.4 answers", () => {
  const answers = programs.map(({ native }) => {
    const source = `out = '' function print(...) local t = table.pack(...) for i = 1, t.n do t[i] = tostring(t[i]) end
      out = out .. table.concat(t, '\\t') .. '\\n' end
      local _, result = pcall(assert(load([=====[${native}]=====], '=main.lua'))) io.write(out, tostring(result))`
    return spawnSync('lua5.4', ['-'], { input: source, encoding: 'utf8' }).stdout
  })
  expect(answers).toEqual(programs.map(({ expected }) => expected))
})
