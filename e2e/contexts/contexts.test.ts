import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { loadWasm } from '../../src/cli/load-wasm.ts'
import { createInputs, gatherRun } from '../../src/lua/gather.ts'
import { loadRuntime } from '../../src/lua/runtime.ts'
import { createSampleHost } from '../../src/lua/sample-host.ts'
import { sampleIndex } from '../../src/lua/sample-index.ts'
import { HEAD, joinPrograms, NATIVE_HEAD, readPrograms } from './read-programs.ts'

const programs = readPrograms()
const runtime = await loadRuntime(await loadWasm())
const host = createSampleHost()

test.each(programs)('$group: $name', async ({ script, expected }) => {
  const { output, result } = await gatherRun(runtime, createInputs(HEAD + script, { index: sampleIndex }), host)
  expect(output + (result.ok ? result.values[0]?.text : result.problem.message)).toBe(expected)
})

test('there are some three hundred, no two of a name', () => {
  expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length)
  expect(programs.length).toBeGreaterThan(290)
})

// What Lua does when a function of the host just waits. The lists are Lua's own answers, where there is one to ask.
const lua = spawnSync('lua5.4', ['-v']).status === 0

test.runIf(lua)("what is expected is what Debian's lua5.4 answers", () => {
  const script = `local ends = table.pack((function() ${joinPrograms(programs, NATIVE_HEAD)} end)())
    io.write(table.concat(ends, '\\0'))`
  const { stdout, stderr } = spawnSync('lua5.4', ['-'], { input: script, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout.split('\0')).toEqual(programs.map(({ expected }) => expected))
})
