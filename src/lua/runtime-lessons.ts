// Names of other dialects and languages that are nil in Lua 5.4, and what takes their place.
import { type Lesson } from './lesson.ts'

const MODULES = 'a script has no files and no modules; the outside is reached through app.integrations'
const LENGTH = 'the length of a text or a list is #value'
const PRINT = 'text is written with print or dump'
const JOIN = 'texts are joined with ..'
const ADD = 'write table.insert(list, value), or list[#list + 1] = value'
const PAIRS = 'write for key, value in pairs(t) do … end'
const EACH = 'write for _, value in ipairs(list) do … end'
const NEW = 'a new table is { }'
const WAIT = 'a script cannot wait; a call waits for its answer by itself'

const globals = (names: string, say: string): Lesson => ({ message: new RegExp(`\\(global '(${names})'\\)$`), say })
/** Words that are common names too: only where they are called. */
const calls = (names: string, say: string): Lesson => ({
  message: new RegExp(`^attempt to call a nil value \\(global '(${names})'\\)$`),
  say,
})
/** Of a value that has no such method, as of text: `s:trim()`. */
const methods = (names: string, say: string): Lesson => ({
  message: new RegExp(`^attempt to call a nil value \\(method '(${names})'\\)$`),
  say,
})
/** The same for names that are of no use in Lua, where a dot is as wrong as a colon: `s.trim()`. */
const members = (names: string, say: string): Lesson => ({
  message: new RegExp(`^attempt to call a nil value \\((?:method|field) '(${names})'\\)$`),
  say,
})
/** A function that a library does not have, or no longer. */
const functions = (library: string, names: string, say: string): Lesson => ({
  message: new RegExp(`\\(field '(${names})'\\)$`),
  line: new RegExp(`\\b${library}\\s*[.:]\\s*(?:${names})\\b`),
  say,
})

/** The first that fits is said. The group of the message is the name, which must stand in the code of the line. */
export const RUNTIME_LESSONS: Lesson[] = [
  calls('unpack', 'it is table.unpack in Lua 5.4'),
  globals('null|undefined|None|NULL|Nil', 'nothing is nil in Lua, and json.null inside of JSON'),
  globals('True|False|TRUE|FALSE', 'true and false are written small'),
  calls('loadstring', 'it is load in Lua 5.4'),
  calls('[sg]etfenv', 'Lua 5.4 has _ENV and the last argument of load instead'),
  globals('bit32|bit', 'Lua 5.4 writes bits as a & b, a | b, a ~ b, ~a, a << n and a >> n'),
  globals('arg', 'a script has no arguments; its values stand in it'),
  calls('gcinfo', 'it is collectgarbage("count") in Lua 5.4'),
  calls('newproxy', 'it is setmetatable({}, { … }) in Lua 5.4'),
  globals('integrations', 'it is app.integrations here'),
  calls('yield', 'it is coroutine.yield(value) in Lua'),
  calls('typeof', 'it is type(value) in Lua'),
  globals('console', PRINT),
  calls('echo|puts|printf|println', PRINT),
  globals('JSON', 'it is json.decode and json.encode here'),
  globals('Math', 'it is math in Lua'),
  globals('Date', 'it is os.time() and os.date() in Lua'),
  globals('Map|Set|Array', NEW),
  calls('array|dict|list', NEW),
  globals('Object', PAIRS),
  calls('enumerate', PAIRS),
  globals('Promise', WAIT),
  calls('len|sizeof', LENGTH),
  calls('str|String', 'it is tostring(value) in Lua'),
  calls('int|float|Number|parseInt|parseFloat', 'it is tonumber(value) in Lua'),
  calls('range|xrange', 'write for i = 1, n do … end'),
  calls('throw|raise', 'an error is raised with error("…")'),
  calls('try|catch', 'an error is caught with local ok, result = pcall(f)'),
  calls('sleep|wait|setTimeout', WAIT),
  { ...calls('f', 'values are put into text with .. or string.format'), line: /\bf["']/ },
  globals('io|package', MODULES),
  calls('require|dofile|loadfile|module|import|fetch', MODULES),
  functions('os', 'sleep', WAIT),
  functions('os', '(?!time|clock|date|difftime)\\w+', 'os has time, clock, date and difftime here'),
  functions('json', 'parse|stringify', 'it is json.decode and json.encode here'),
  functions('regex', '(?!match|gsub)\\w+', 'regex has match, match_all and gsub'),
  functions('docs', '(?!list|search|read)\\w+', 'docs has list, search and read'),
  functions('table', '[gs]etn|maxn', 'the length of a list is #list'),
  functions('table', 'foreachi?', PAIRS),
  functions('table', 'clear|create|new', NEW),
  functions('table', 'find|contains|indexOf', 'walk through the list with ipairs to find a value'),
  functions('string', 'gfind', 'it is string.gmatch in Lua 5.4'),
  functions('string', 'split', 'write for part in s:gmatch("[^,]+") do … end'),
  functions('string', 'trim', 'write s:match("^%s*(.-)%s*$")'),
  functions('math', 'pow', 'a power is written x ^ y'),
  functions('math', 'mod', 'it is x % y, or math.fmod'),
  functions('math', 'atan2', 'it is math.atan(y, x) in Lua 5.4'),
  functions('math', 'log10', 'it is math.log(x, 10) in Lua 5.4'),
  functions('math', 'clamp', 'write math.max(least, math.min(x, most))'),
  functions('math', 'round', 'write math.floor(x + 0.5)'),
  functions('math', '[sc]osh|tanh|frexp|ldexp', 'Lua 5.4 has it no more'),
  members('push|append', ADD),
  members('join', 'it is table.concat(list, ", ") in Lua'),
  members('map|filter|reduce|forEach', EACH),
  { ...members('keys|values|items|entries', PAIRS), line: /\bin\s+[\w.]+[.:](?:keys|values|items|entries)\b/ },
  methods('insert|remove|sort|concat|unpack', 'write table.$1(list, …)'),
  methods('length', LENGTH),
  members('split', 'write for part in text:gmatch("[^,]+") do … end'),
  members('trim|strip', 'write text:match("^%s*(.-)%s*$")'),
  members('toUpperCase', 'it is s:upper() in Lua'),
  members('toLowerCase', 'it is s:lower() in Lua'),
  members('substring|substr|slice', 'it is s:sub(first, last) in Lua'),
  members('contains|includes|indexOf', 'write text:find(part, 1, true)'),
  methods('replace|replaceAll', 'write text:gsub(pattern, replacement)'),
  members('startswith|startsWith', 'write s:sub(1, #text) == text'),
  members('endswith|endsWith', 'write s:sub(-#text) == text'),
  {
    message: /string expected, got CallError\)$/,
    say: 'an error of a call is a table; ask its code, or search it as problem:find("…")',
  },
  { message: /^attempt to perform arithmetic on a nil value \(field '(length)'\)$/, say: LENGTH },
  { message: /^attempt to add a 'string' with a '(?:string|number)'$/, say: JOIN },
  { message: /^attempt to add a 'number' with a 'string'$/, say: JOIN },
  { message: /^attempt to call a table value \(for iterator /, say: PAIRS },
]
