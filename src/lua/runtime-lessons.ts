// Names of other dialects and languages that are nil in Lua 5.4, and what takes their place.
import { type Lesson } from './lesson.ts'

const MODULES = 'a script has no files and no modules; the outside is reached through app.integrations'
const LENGTH = 'the length of a text or a list is #value'
const PRINT = 'text is written with print or dump'
const JOIN = 'texts are joined with ..'
const ADD = 'write table.insert(list, value), or list[#list + 1] = value'
const WAIT = 'a script cannot wait; a call waits for its answer by itself'

const globals = (names: string, say: string): Lesson => ({ message: new RegExp(`\\(global '(${names})'\\)$`), say })
/** Of a value that has no such method, as of text: `s:trim()`. */
const methods = (names: string, say: string): Lesson => ({
  message: new RegExp(`^attempt to call a nil value \\(method '(${names})'\\)$`),
  say,
})
/** A function that a library does not have, or no longer. */
const members = (library: string, names: string, say: string): Lesson => ({
  message: new RegExp(`\\(field '(${names})'\\)$`),
  line: new RegExp(`\\b${library}\\s*[.:]\\s*(?:${names})\\b`),
  say,
})

/** The first that fits is said. The group of the message is the name, which must stand in the code of the line. */
export const RUNTIME_LESSONS: Lesson[] = [
  globals('unpack', 'it is table.unpack in Lua 5.4'),
  globals('null|undefined|None|NULL|Nil', 'nothing is nil in Lua, and json.null inside of JSON'),
  globals('True|False|TRUE|FALSE', 'true and false are written small'),
  globals('loadstring', 'it is load in Lua 5.4'),
  globals('[sg]etfenv', 'Lua 5.4 has _ENV and the last argument of load instead'),
  globals('typeof', 'it is type(value) in Lua'),
  globals('console|echo|puts|printf|println', PRINT),
  globals('JSON', 'it is json.decode and json.encode here'),
  globals('Math', 'it is math in Lua'),
  globals('len', LENGTH),
  globals('str|String', 'it is tostring(value) in Lua'),
  globals('int|float|Number|parseInt|parseFloat', 'it is tonumber(value) in Lua'),
  globals('range|xrange', 'write for i = 1, n do … end'),
  globals('throw|raise', 'an error is raised with error("…")'),
  globals('try|catch', 'an error is caught with local ok, result = pcall(f)'),
  globals('sleep|wait|setTimeout', WAIT),
  { ...globals('f', 'values are put into text with .. or string.format'), line: /\bf["']/ },
  globals('require|dofile|loadfile|io|package|module|import|fetch', MODULES),
  members('os', 'sleep', WAIT),
  members('os', '(?!time|clock|date|difftime)\\w+', 'os has time, clock, date and difftime here'),
  members('json', 'parse|stringify', 'it is json.decode and json.encode here'),
  members('regex', '(?!match|gsub)\\w+', 'regex has match, match_all and gsub'),
  members('docs', '(?!list|search|read)\\w+', 'docs has list, search and read'),
  members('table', 'getn|maxn', 'the length of a list is #list'),
  members('table', 'foreachi?', 'write for key, value in pairs(t) do … end'),
  members('table', 'find|contains|indexOf', 'walk through the list with ipairs to find a value'),
  members('string', 'gfind', 'it is string.gmatch in Lua 5.4'),
  members('string', 'split', 'write for part in s:gmatch("[^,]+") do … end'),
  members('string', 'trim', 'write s:match("^%s*(.-)%s*$")'),
  members('math', 'pow', 'a power is written x ^ y'),
  members('math', 'mod', 'it is x % y, or math.fmod'),
  members('math', 'atan2', 'it is math.atan(y, x) in Lua 5.4'),
  members('math', 'log10', 'it is math.log(x, 10) in Lua 5.4'),
  members('math', 'round', 'write math.floor(x + 0.5)'),
  members('math', '[sc]osh|tanh|frexp|ldexp', 'Lua 5.4 has it no more'),
  { message: /^attempt to call a nil value \((?:method|field) '(push|append)'\)$/, say: ADD },
  methods('insert|remove|sort|concat|unpack', 'write table.$1(list, …)'),
  methods('length', LENGTH),
  methods('split', 'write for part in text:gmatch("[^,]+") do … end'),
  methods('trim|strip', 'write text:match("^%s*(.-)%s*$")'),
  methods('toUpperCase', 'it is s:upper() in Lua'),
  methods('toLowerCase', 'it is s:lower() in Lua'),
  methods('substring|substr|slice', 'it is s:sub(first, last) in Lua'),
  methods('contains|includes|indexOf', 'write text:find(part, 1, true)'),
  methods('replace|replaceAll', 'write text:gsub(pattern, replacement)'),
  methods('startswith|startsWith', 'write s:sub(1, #text) == text'),
  methods('endswith|endsWith', 'write s:sub(-#text) == text'),
  {
    message: /string expected, got CallError\)$/,
    say: 'an error of a call is a table; ask its code, or search it as problem:find("…")',
  },
  { message: /^attempt to perform arithmetic on a nil value \(field '(length)'\)$/, say: LENGTH },
  { message: /^attempt to add a 'string' with a '(?:string|number)'$/, say: JOIN },
  { message: /^attempt to add a 'number' with a 'string'$/, say: JOIN },
  { message: /^attempt to call a table value \(for iterator /, say: 'write for key, value in pairs(t) do … end' },
]
