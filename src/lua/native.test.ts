// What a script sees is what Lua itself would show it. native-answers.json holds small programs over the edges of the
// language and its library, each with the answer of Debian's lua5.4: `true` and the values, or `false` and the error.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const file = new URL('native-answers.json', import.meta.url)
const nativeAnswers = JSON.parse(readFileSync(file, 'utf8')) as [source: string, answer: string][]
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

/** Runs every program, as an expression where it is one, and prints each answer on a line; values by kind. */
const SOURCE = `
local function show(v)
  if type(v) == 'string' then
    return (string.format('%q', v):gsub('[^\\32-\\126]', function(c) return '\\\\' .. c:byte() end))
  elseif type(v) == 'number' then
    return (math.type(v) == 'integer' and 'i' or 'f') .. tostring(v)
  elseif type(v) == 'table' or type(v) == 'function' or type(v) == 'thread' then
    return type(v)
  end
  return tostring(v)
end
local function report(...)
  local parts = {}
  for i = 1, select('#', ...) do parts[i] = show((select(i, ...))) end
  print(table.concat(parts, ' | '))
end
local function answer(source)
  local f, problem = load('return ' .. source, '=x')
  if not f then f, problem = load(source, '=x') end
  if f then report(pcall(f)) else print('SYNTAX | ' .. show(problem)) end
end
for _, source in ipairs({ ${nativeAnswers.map(([source]) => quote(source)).join(', ')} }) do answer(source) end`

function quote(text: string): string {
  return `[====[\n${text}]====]`
}

const expected = nativeAnswers.map(([source, answer]) => `${source}  →  ${answer}`)

function label(output: string): string[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((answer, at) => `${nativeAnswers[at]?.[0] ?? '?'}  →  ${answer}`)
}

test('every program answers as Lua does', async () => {
  const { output, result } = await gatherRun(await loadRuntime(await loadWasm()), createInputs(SOURCE), host)
  expect(result.ok || result.problem.message).toBe(true)
  expect(label(output)).toEqual(expected)
  expect(nativeAnswers.length).toBeGreaterThan(400)
})

const lua = spawnSync('lua5.4', ['-v']).status === 0

test.runIf(lua)("the answers are those of Debian's lua5.4", () => {
  const { stdout } = spawnSync('lua5.4', ['-'], { input: SOURCE, encoding: 'utf8', env: { TZ: 'UTC', LC_ALL: 'C' } })
  expect(label(stdout)).toEqual(expected)
})
