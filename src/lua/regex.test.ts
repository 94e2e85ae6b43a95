import { expect, test } from 'vitest'
import { loadWasm } from '../cli/load-wasm.ts'
import { type Host } from '../contract/host.ts'
import { createInputs, gatherRun } from './gather.ts'
import { loadRuntime } from './runtime.ts'

const runtime = await loadRuntime(await loadWasm())
const host: Host = (_operation, payload) => Promise.resolve({ ok: true, text: payload })

async function run(expression: string) {
  const { result } = await gatherRun(runtime, createInputs(`return ${expression}`), host)
  return result.ok ? result.values.map(({ text, json }) => json ?? text).join(' ') : result.problem.message
}

test.each([
  [String.raw`regex.match("John 42", "(\\w+) (\\d+)")`, '["John 42","John","42"]'],
  [String.raw`regex.match("John 42", "/(\\W+) (\\d+)/")`, 'null'],
  [String.raw`regex.match("a1", [[\d+]])`, '["1"]'],
  ['regex.match("Hello", "/hello/i")', '["Hello"]'],
  ['regex.match("/users/list", "/users/list")', '["/users/list"]'],
  ['regex.match("Hello", "hello", "i")', '["Hello"]'],
  ['regex.match("Hello", "(?i)hello")', '["Hello"]'],
  ['regex.match("price: 100 EUR", [[\\d+(?= EUR)]])', '["100"]'],
  ['regex.match("2024-05", "(?<y>\\\\d+)-(?P<m>\\\\d+)").y', '"2024"'],
  ['regex.match("2024-05", "(?<y>\\\\d+)-(?P<m>\\\\d+)").m', '"05"'],
  ['regex.match("b", "(a)?b")', '["b",""]'],
  ['regex.match("b", "(a)?b", regex.UNMATCHED)[2]', 'null'],
  ['regex.match("äöx", "x", regex.OFFSETS)', '[["x",5]]'],
  ['regex.match("😀x", ".", 256)', '[["😀",1]]'],
  ['regex.match("{{name}}", "{{(\\\\w+)}}")', '["{{name}}","name"]'],
  ['regex.match("a-b@c", [[a\\-b\\@c]])', '["a-b@c"]'],
  ['regex.match("a]b", "a]b")', '["a]b"]'],
  ['regex.match("x y", "[[:alpha:]]\\\\h[[:alpha:]]")', '["x y"]'],
  ['regex.match("1ä-", [[\\p{L}+]])', '["ä"]'],
  ['regex.match("ä1", [[[\\p{Lu}\\P{L}]+]])', '["1"]'],
  ['regex.match("x😀", [[\\u{1F600}]])', '["😀"]'],
  ['regex.match("]a", "[^]]+")', '["a"]'],
  ['regex.match("a]b", "[]b]+")', '["]b"]'],
  ['regex.match("one\\ntwo", [[\\Atwo]], "m")', 'null'],
  ['regex.match("one\\ntwo", "^two", "m")', '["two"]'],
  ['regex.match("a\\0b", "a.b")', '["a\\u0000b"]'],
  ['regex.match_all("a1 b22", "([a-z])(\\\\d+)")', '[["a1","b22"],["a","b"],["1","22"]]'],
  ['regex.match_all("a1 b22", "(?<n>\\\\d+)").n', '["1","22"]'],
  ['next(regex.match_all("x", "y"))', 'null'],
  ['regex.gsub("hello world", "(\\\\w+) (\\\\w+)", "$2 ${1}")', '"world hello"'],
  ['regex.gsub("a-b", [[(\\w)-(\\w)]], [[\\2-\\1]])', '"b-a"'],
  ['regex.gsub("2024", "(?<y>\\\\d+)", "<${y}>$9")', '"<2024>"'],
  ['regex.gsub("aaa", "a", "b", 2)', '"bba"'],
  ['regex.gsub("äé", "", "-")', '"-ä-é-"'],
  ['regex.gsub("ab", "([a-z])", function(whole, one) return one:upper() end)', '"AB"'],
  ['regex.gsub("cost", "cost", "$x ${y} a\\\\b $")', '"$x ${y} a\\\\b $"'],
])('%s', async (expression, expected) => {
  expect(await run(expression)).toBe(expected)
})

test.each([
  ['regex.match("x", "(")', 'regex.match: Unterminated group'],
  ['regex.match_all("x", "[b-a]")', 'regex.match_all: Range out of order in character class'],
  ['regex.gsub("x", "*", "")', 'regex.gsub: Nothing to repeat'],
  ['regex.match("x", "x", "q")', 'regex.match: unknown flag q; i, m, s, x, u, n, A, D and U are known'],
  ['regex.match("\\xff", "x")', "bad argument #1 to 'regex.match' (not valid UTF-8)"],
  ['regex.match({}, "x")', "bad argument #1 to 'regex.match' (string expected, got table)"],
  [
    'regex.match("x", "x", {})',
    "bad argument #3 to 'regex.match' (letters or regex.OFFSETS and the like expected, got table)",
  ],
  ['regex.gsub("x", "x", "y", "2")', "bad argument #4 to 'regex.gsub' (whole number expected)"],
  ['regex.gsub("x", "x", "y", 1.5)', "bad argument #4 to 'regex.gsub' (whole number expected)"],
  ['regex.gsub("x", "x")', "bad argument #3 to 'regex.gsub' (string, function or table expected, got nil)"],
  ['regex.match("x", "[[:constructor:]]")', 'regex.match: unknown class [:constructor:]'],
  ['regex.match("x", [[\\p{constructor}]])', 'regex.match: unknown property constructor'],
  // Patterns that a careless reader of patterns takes minutes for.
  ['regex.match("x", "/" .. ("["):rep(100000))', 'regex.match: Unterminated character class'],
  ['regex.match("x", ("("):rep(100000))', 'regex.match: the pattern or its matches need too much memory'],
  ['regex.match("x", ("(?i)(?-i)|"):rep(3000) .. "(")', 'regex.match: Unterminated group'],
])('%s raises', async (expression, message) => {
  expect(await run(expression)).toBe(`main.lua:1: ${message}`)
})
