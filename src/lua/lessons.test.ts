import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())

async function problemOf(source: string) {
  const host = () => Promise.resolve({ ok: true as const, text: 'null' })
  const { result } = await gatherRun(runtime, createInputs(source), host)
  if (result.ok) throw new Error('the script ended well')
  return result.problem
}

test.each([
  ['local a = 1\nif a != 2 then end', 2, 6, 'not equal is ~= in Lua'],
  ['local a = !true', 1, 11, 'the word for it is not'],
  ['local i = 0\ni++', 2, null, 'Lua has no ++; write i = i + 1'],
  ['local i = 0\ni += 1', 2, 3, 'Lua has no +=; write i = i + …'],
  ['local t = {}\nt.n -= 1', 2, 5, 'Lua has no -=; write t.n = t.n - …'],
  ['s ..= "x"', 1, 3, 'Lua has no ..=; write s = s .. …'],
  ['if a && b then end', 1, null, 'the word for && is and'],
  ['if a || b then end', 1, null, 'the word for || is or'],
  ['// a comment', 1, 1, 'a comment begins with --'],
  ['# a comment', 1, 1, 'a comment begins with --'],
  ['for i = 1, 3 do\n  if i == 2 then continue end\nend', 2, 27, 'Lua has no continue; write goto continue'],
  ['for i = 1, 3 do\n  continue\nend', 3, 1, 'Lua has no continue; write goto continue'],
  ['let x = 1', 1, 5, 'a variable is made with local'],
  ['const x = 1', 1, 7, 'a variable is made with local'],
  ['if a then\nelif b then\nend', 2, 6, 'the word for it is elseif'],
  ['if a = 1 then end', 1, 6, 'a comparison is written =='],
  ['while a = 1 do end', 1, 9, 'a comparison is written =='],
  ['local x = a ? 1 : 2', 1, 13, 'Lua has no ?:'],
  ['local f = (x) => x', 1, null, 'a function is written function(x) … end'],
  ['local s = `text`', 1, null, 'text stands in quotes'],
  ['local s = “text”', 1, null, 'these are typographic quotes'],
  ['local t = ["a", "b"]', 1, 11, 'a list is written in braces, as { "a", "b" }'],
  ['f({ input = ["import-1", "import-2"] })', 1, 13, 'a list is written in braces'],
  ['local t = { "a": 1 }', 1, 16, 'a field is written name = value, or ["name"] = value'],
  ['local t = { a: 1 }', 1, 16, 'a field is written name = value'],
  ['f({\n  table = "users"\n  filter = "x"\n})', 3, 3, "a comma is missing before 'filter'"],
  ['f({ "a" "b" })', 1, 9, 'a comma is missing before'],
  ['f("a" "b")', 1, 7, 'a comma is missing before'],
  ['print(unpack({ 1, 2 }))', 1, 7, 'it is table.unpack in Lua 5.4'],
  ['local t = {}\nprint(null.x)', 2, 7, 'nothing is nil in Lua, and json.null inside of JSON'],
  ['return null + 1', 1, 8, 'nothing is nil in Lua'],
  ['loadstring("x")', 1, 1, 'it is load in Lua 5.4'],
  ['print(table.getn({}))', 1, 13, 'the length of a list is #list'],
  ['print(math.pow(2, 3))', 1, 12, 'a power is written x ^ y'],
  ['require("x")', 1, 1, 'a script has no files and no modules'],
  ['io.write("x")', 1, 1, 'a script has no files and no modules'],
  ['os.execute("ls")', 1, 4, 'os has time, clock, date and difftime here'],
  ['json.parse("{}")', 1, 6, 'it is json.decode and json.encode here'],
  ['regex.replace("a", "b", "c")', 1, 7, 'regex has match, match_all and gsub'],
  ['docs.find("x")', 1, 6, 'docs has list, search and read'],
  ['print(("a,b"):split(","))', 1, 15, 'text:gmatch("[^,]+")'],
  ['local s = "x"\ns:trim()', 2, 3, 'text:match("^%s*(.-)%s*$")'],
  ['local t = {}\nt:push(1)', 2, 3, 'write table.insert(list, value)'],
])('%j is explained at line %i, column %o: %s', async (source, line, column, lesson) => {
  const problem = await problemOf(source)
  expect(problem).toMatchObject({ line, message: expect.stringContaining(lesson) as string })
  expect(problem.column).toBe(column)
})

test.each([
  ['local x = = 1'],
  ['x = }'],
  ['return 1 +'],
  ['error("attempt to call a nil value (global \'unpack\') by hand")'],
  ['-- continue\nx = = 1'],
])('%j is left to Lua', async (source) => {
  expect((await problemOf(source)).message).not.toContain('; ')
})

test('a script that catches the error sees what Lua says, and nothing more', async () => {
  const host = () => Promise.resolve({ ok: true as const, text: 'null' })
  const { result } = await gatherRun(runtime, createInputs('return (select(2, load("x += 1")))'), host)
  expect(result.ok && result.values[0]?.text).toBe(`[string "x += 1"]:1: syntax error near '+'`)
})
