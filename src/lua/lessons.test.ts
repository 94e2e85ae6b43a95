import { expect, test } from 'vitest'
import { startThreadClock } from '../../e2e/setup/thread-clock.ts'
import { loadWasm } from '../cli/load-wasm.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())
const host = () => Promise.resolve({ ok: true as const, text: 'null' })

async function problemOf(source: string) {
  const { result } = await gatherRun(runtime, createInputs(source), host)
  if (result.ok) throw new Error('the script ended well')
  return result.problem
}

const FIELD = 'a field is written name = value, or ["name"] = value'
const LIST = 'a list is written in braces, as { "a", "b" }'
const BLOCK = 'a block is written then … end after if, and do … end after for and while'
const FUNCTION = 'a function is written function name(x) … end'
const CONTINUE = 'Lua has no continue; write goto continue, and the label ::continue:: before the end of the loop'
const MODULES = 'a script has no files and no modules; the outside is reached through app.integrations'
const NAMED = 'named arguments stand in a table: f{ name = value }'
const SWITCH = 'Lua has no switch; write if … elseif … end, or look the case up in a table'
const NOTHING = 'nothing is nil in Lua, and json.null inside of JSON'
const PAIRS = 'write for key, value in pairs(t) do … end'
const COMMENT = 'a comment begins with --'

test.each<[source: string, line: number, column: number | null, lesson: string]>([
  ['local a = 1\nif a != 2 then end', 2, 6, 'not equal is ~= in Lua'],
  ['if a !== 2 then end', 1, 6, 'not equal is ~= in Lua'],
  ['if a <> 2 then end', 1, 7, 'not equal is ~= in Lua'],
  ['if a === 2 then end', 1, 8, 'equal is == in Lua'],
  ['local a = !true', 1, 11, 'the word for ! is not'],
  ['local i = 0\ni++', 2, 2, 'Lua has no ++; write i = i + 1'],
  ['++i', 1, 1, 'Lua has no ++; write i = i + 1'],
  ['i--\nprint(i)', 2, 1, '-- begins a comment; write i = i - 1'],
  ['local i = 0\ni += 1', 2, 3, 'Lua has no +=; write i = i + …'],
  ['local t = {}\nt.n -= 1', 2, 5, 'Lua has no -=; write t.n = t.n - …'],
  ['t["a b"] *= 2', 1, 10, 'Lua has no *=; write t["a b"] = t["a b"] * …'],
  ['s ..= "x"', 1, 3, 'Lua has no ..=; write s = s .. …'],
  ['x ||= 1', 1, 3, 'write x = x or …'],
  ['if a && b then end', 1, 7, 'the word for && is and'],
  ['if a || b then end', 1, 7, 'the word for || is or'],
  ['x = a ?? b', 1, 7, 'the word for ?? is or'],
  ['x = a?.b', 1, 6, 'Lua has no ?.; write a and a.b'],
  ['local x = a ? 1 : 2', 1, 13, 'Lua has no ?:; write a and b or c, or an if'],
  ['x := 1', 1, 4, 'a value is set with ='],
  ['if a = 1 then end', 1, 6, 'a comparison is written =='],
  ['while a = 1 do end', 1, 9, 'a comparison is written =='],
  ['// a comment', 1, 1, COMMENT],
  ['/* a comment */', 1, 1, COMMENT],
  ['x = 1 // two words', 1, 19, `${COMMENT}; // divides`],
  ['# a comment', 1, 1, `${COMMENT}; # is the length of a text or a list`],
  ['for i = 1, 3 do\n  if i == 2 then continue end\nend', 2, 27, CONTINUE],
  ['for i = 1, 3 do\n  continue\nend', 3, 1, CONTINUE],
  ['for i = 1, 3 do goto continue end', 1, 22, 'put the label ::continue:: before the end of the loop'],
  ['let x = 1', 1, 5, 'a variable is made with local'],
  ['const x = 1', 1, 7, 'a variable is made with local'],
  ['var x = 1', 1, 5, 'a variable is made with local'],
  ['int x = 1', 1, 5, 'a variable is made with local, without a type'],
  ['local x: number = 1', 1, 8, 'Lua has no types; leave it out'],
  ['local function f(x: number) end', 1, 19, 'Lua has no types; leave it out'],
  ['local { a, b } = t', 1, 7, 'write local a, b = t.a, t.b'],
  ['if a then\nelif b then\nend', 2, 6, 'the word for it is elseif'],
  ['if a then\nelse if b then\nend', 3, 4, 'each else if needs an end more; elseif needs none'],
  ['for i = 1, 3 do\n  print(i)', 2, 11, 'each function, if, for, while and do needs an end of its own'],
  ['if a then end end', 1, 15, 'there is one end too many'],
  ['if a == 1:\n  x = 2', 1, 10, BLOCK],
  ['if (a) {\n  x = 2\n}', 3, 2, BLOCK],
  ['function f() {\n}', 1, 14, BLOCK],
  ['for i in range(10):\n  x()', 2, 6, BLOCK],
  ['for (i = 0; i < 3; i++) do end', 1, 5, 'a for has no parentheses: for i = 1, 10 do … end'],
  ['for i in 1..10 do end', 1, 10, 'write for i = 1, 10 do … end'],
  ['for i = 1 to 10 do end', 1, 11, 'write for i = 1, 10 do … end'],
  ['for x of t do end', 1, 7, 'write for _, value in ipairs(list) do … end'],
  ['for x in {} do end', 1, null, 'write for key, value in pairs(t) do … end'],
  ['local f = (x) => x', 1, 15, FUNCTION],
  ['local f = (x) -> x', 1, 16, FUNCTION],
  ['def f(x):\n  return x', 1, 5, FUNCTION],
  ['switch (x) {\n  case 1: break\n}', 2, 8, SWITCH],
  ['switch x do\nend', 1, 8, SWITCH],
  ['try\n  x()\ncatch e', 2, 3, 'an error is caught with local ok, result = pcall(f)'],
  ['throw "x"', 1, 1, 'an error is raised with error("…")'],
  ['async function f() end', 1, 7, 'a call waits for its answer by itself; leave async and await out'],
  ['await f()', 1, 7, 'a call waits for its answer by itself; leave async and await out'],
  ['return new Foo()', 1, 12, 'Lua has no classes; a function makes a table'],
  ['import json from "json"', 1, 8, MODULES],
  ['delete t.x', 1, 8, 'a field is removed with t.name = nil'],
  ['local s = `text`', 1, 11, 'text stands in quotes, or in [[ ]] over several lines'],
  ['local s = f"text"', 1, 11, 'values are put into text with .. or string.format'],
  ['local s = “text”', 1, 11, 'these are typographic quotes; use " or \''],
  ['local s = """text"""', 1, 13, 'text over several lines stands in [[ ]]'],
  ['return "a" + "b"', 1, null, 'texts are joined with ..'],
  ['local t = ["a", "b"]', 1, 11, LIST],
  ['f({ input = ["import-1", "import-2"] })', 1, 13, LIST],
  ['local t = { "a": 1 }', 1, 16, FIELD],
  ['local t = { a: 1 }', 1, 16, FIELD],
  ['local t = { a: b }', 1, 18, FIELD],
  ['local t = { "a" = 1 }', 1, 17, 'a key that is no plain name is written ["key"] = value'],
  ['f(limit = 10)', 1, 9, NAMED],
  ['f(limit: 10)', 1, 10, NAMED],
  ['f({\n  table = "users"\n  filter = "x"\n})', 3, 3, "a comma is missing before 'filter', or the table was"],
  ['f({ "a" "b" })', 1, 9, 'a comma is missing before \'"b"\''],
  ['f("a" "b")', 1, 7, 'a comma is missing before \'"b"\', or the list of arguments was not closed'],
  ['f({ a = 1 )', 1, 11, 'the table was not closed with }'],
  ['f(...args)', 1, 6, 'a list is spread with table.unpack(list)'],
  ['print(unpack({ 1, 2 }))', 1, 7, 'it is table.unpack in Lua 5.4'],
  ['local t = {}\nprint(null.x)', 2, 7, NOTHING],
  ['return undefined + 1', 1, 8, NOTHING],
  ['return None.x', 1, 8, NOTHING],
  ['loadstring("x")', 1, 1, 'it is load in Lua 5.4'],
  ['setfenv(1, {})', 1, 1, 'Lua 5.4 has _ENV and the last argument of load instead'],
  ['print(table.getn({}))', 1, 13, 'the length of a list is #list'],
  ['string.gfind("a", "b")', 1, 8, 'it is string.gmatch in Lua 5.4'],
  ['print(math.pow(2, 3))', 1, 12, 'a power is written x ^ y'],
  ['local t = {} t:push(1)', 1, 16, 'write table.insert(list, value), or list[#list + 1] = value'],
  ['return ("a"):trim()', 1, 14, 'write text:match("^%s*(.-)%s*$")'],
  ['console.log("x")', 1, 1, 'text is written with print or dump'],
  ['os.execute("ls")', 1, 4, 'os has time, clock, date and difftime here'],
  ['json.parse("{}")', 1, 6, 'it is json.decode and json.encode here'],
  ['regex.replace("a", "b", "c")', 1, 7, 'regex has match, match_all and gsub'],
  ['docs.find("x")', 1, 6, 'docs has list, search and read'],
  ['print(("a,b"):split(","))', 1, 15, 'write for part in text:gmatch("[^,]+") do … end'],
  ['let { a, b } = t', 1, 14, 'write local a, b = t.a, t.b'],
  ['local y = x++', 1, 13, 'Lua has no ++; write x = x + 1'],
  ['x **= 2', 1, 3, 'write x = x ^ …'],
  ['return 2 ** 3', 1, 11, 'a power is written x ^ y'],
  ['local a = b = 1', 1, 13, 'each assignment is a statement of its own'],
  ['$x = 1', 1, 1, 'a name has no $ before it'],
  ['local n = user->name', 1, 16, 'a field is read with a dot, as a.b'],
  ['local t = { a => 1 }', 1, 16, FIELD],
  ['local s = "a" . "b"', 1, 15, 'texts are joined with ..'],
  ['local s = "a".upper()', 1, 14, 'a method of a text: ("text"):upper()'],
  ['"a":upper()', 1, 1, 'a method of a text: ("text"):upper()'],
  ['print x', 1, 7, 'a function is called with parentheses: print(value)'],
  ['yield 1', 1, 7, 'it is coroutine.yield(value) in Lua'],
  ['local x = 1 if y else 2', 1, 18, 'write a and b or c, or an if'],
  ['if a: print(1)', 1, 15, BLOCK],
  ['if (a == 1) print(1)', 1, 13, BLOCK],
  ['while (a) { break }', 1, 13, BLOCK],
  ['if (a) {\n  return 1\n}', 2, 3, BLOCK],
  ['local function f(a = 1) end', 1, 20, 'write name = name or value in the function'],
  ['local function f(a, ...rest) end', 1, 24, 'write ..., and local rest = { ... } in it'],
  ['return ({ 1, 2 })[1] + { 1, 2 }[1]', 1, 32, 'write ({ … })[1], with parentheses'],
  ['return list[0:2]', 1, 14, 'a part is text:sub(first, last), or { table.unpack(list, first, last) }'],
  ['{ "a": 1 }', 1, 1, 'a table needs a place: return { … }, or local t = { … }'],
  ['bit32.band(1, 2)', 1, 1, 'Lua 5.4 writes bits as a & b, a | b, a ~ b, ~a, a << n and a >> n'],
  ['print(arg[1])', 1, 7, 'a script has no arguments; its values stand in it'],
  ['return gcinfo()', 1, 8, 'it is collectgarbage("count") in Lua 5.4'],
  ['table.setn({}, 1)', 1, 7, 'the length of a list is #list'],
  ['math.clamp(1, 2, 3)', 1, 6, 'write math.max(least, math.min(x, most))'],
  ['integrations.probe.value()', 1, 1, 'it is app.integrations here'],
  ['Object.keys({})', 1, 1, PAIRS],
  ['local t = {}\nfor k in t.items() do end', 2, 12, PAIRS],
  ['local t = {}\nt.map(print)', 2, 3, 'write for _, value in ipairs(list) do … end'],
  ["local t = {}\nreturn t.join(',')", 2, 10, 'it is table.concat(list, ", ") in Lua'],
  ['local s = "x"\nreturn s.trim()', 2, 10, 'write text:match("^%s*(.-)%s*$")'],
  ['require("x")', 1, 1, MODULES],
  ['io.write("x")', 1, 1, MODULES],
])('%j is explained at line %i, column %o: %s', async (source, line, column, lesson) => {
  const problem = await problemOf(source)
  expect(problem).toMatchObject({ line, message: expect.stringContaining(`; ${lesson}`) as string })
  expect(problem.column).toBe(column)
})

test.each([
  ['local x = = 1'],
  ['x = }'],
  ['return 1 +'],
  ['error("attempt to call a nil value (global \'unpack\')")'],
  ['error("unexpected symbol near \'!\'")'],
  ['assert(load("x += 1"))'],
  ['-- continue\nx = = 1'],
  ['local continue = 1\nx = = continue'],
  ['local s = "a != b && c || d ? e : f => g"\nx = = s'],
  ['local s = [[\n{ "a": 1 }\n// switch\n]] x = = s'],
  ['--[[ let x = 1\n]] x = = 1'],
  ['local t = { length = 1, null = 2, continue = 3, switch = 4 }\nx = = t'],
  ['local t = {}\nt.getn()'],
  ['local t = {}\nt.items()'],
  ['local s = "let { a } = b"\nx = = s'],
  ['local s = "print x" -- $x\nx = = s'],
  ['--[[ { "a": 1 } ]]\nx = = 1'],
  ['return 2 * * 3'],
  ['print( .. "a")'],
  ['return 1 + + 2'],
  ['local arg\narg.x = 1'],
  ['local t = {}\nt.insert(1)'],
  ['local new\nnew.x = 1'],
  ['local x = nil\nprint("console.log") x.y = 1'],
  ['return #list'],
  ['wait = wait + 1'],
  ['return str.first'],
])('%j is left to Lua', async (source) => {
  expect((await problemOf(source)).message).not.toContain('; ')
})

test.each([
  'local continue, switch, let, class, new, null = 1, 2, 3, 4, 5, nil return continue + switch + let + class + new',
  'local t = { ["a:b"] = 1, c = "// not a comment", d = [[# nor this]] } return #t.c // 2',
  'local a <const> = 1 // 2 | 3 & 4 ~ 5 return a ~= 1',
  'for i = 1, 2 do if i == 1 then goto continue end ::continue:: end return ("x"):rep(2)',
  'local s = [==[ != && || `x` ]==] --[[ try { } catch ]] return s',
  'local f = function(x) return x end return f { a = 1; b = 2, 3 }, f "text", f [[text]]',
])('%s is a good script', async (source) => {
  expect(runtime.check(source)).toBeNull()
  const { result } = await gatherRun(runtime, createInputs(source), host)
  expect(result.ok).toBe(true)
})

test('a script that catches the error sees what Lua says, and nothing more', async () => {
  const { result } = await gatherRun(runtime, createInputs('return (select(2, load("x += 1")))'), host)
  expect(result.ok && result.values[0]?.text).toBe(`[string "x += 1"]:1: syntax error near '+'`)
})

test.each([
  ['a token many times', `x = ${'1 == '.repeat(40_000)}= 1`],
  ['a long word', `local x = ${'a'.repeat(200_000)} ?`],
  ['names and dots', `${'a.b'.repeat(60_000)} += 1`],
  ['open quotes', `x = "${'\\"'.repeat(100_000)}`],
  ['brackets', `x = ${'[['.repeat(100_000)}`],
  ['lines', `${'x = 1\n'.repeat(35_000)}x += 1`],
  ['words', `${'f(x) { '.repeat(100)}${'if while for '.repeat(15_000)}`],
  ['an error at the end of a long line', `local t = {} ${"x = '\\'' ".repeat(25_000)} t.a.b = 1`],
])('%s are looked through in little time', async (_name, source) => {
  const readClock = startThreadClock()
  await problemOf(source)
  expect(readClock()).toBeLessThan(5_000)
})
