// Habits from other languages and from JSON, and the form that Lua 5.4 has for them. Lua's own text stays; this is said after it.
import { readLine } from './traceback.ts'
import { readLineText } from './place.ts'

/** What a lesson looks at. */
interface Fault {
  /** Lua's message without the position. */
  message: string
  /** The line of the source that it names. */
  line: string
  /** The source before the token that Lua stopped at, without comments. */
  before: string
}

interface Lesson {
  /** Lua's message. */
  message: RegExp
  line?: RegExp
  /** What stands before the token. */
  before?: RegExp
  /** The Lua form; groups of the last expression that was matched stand as $1, $2. */
  say: string
}

const SYNTAX: Lesson[] = [
  { message: /near '!'$/, line: /!=/, say: 'not equal is ~= in Lua' },
  { message: /near '!'$/, say: 'the word for it is not' },
  { message: /near '\+'$/, line: /([\w.\]]+)\s*\+\+/, say: 'Lua has no ++; write $1 = $1 + 1' },
  {
    message: /near '(?:\+|-|\*|\/|\/\/|%|\^|\.\.|&|\||<<|>>)'$/,
    line: /([A-Za-z_][\w.[\]"']*)\s*(\+|-|\*|\/\/|\/|%|\^|\.\.|<<|>>|&|\|)=(?!=)/,
    say: 'Lua has no $2=; write $1 = $1 $2 …',
  },
  { message: /near '&'$/, line: /&&/, say: 'the word for && is and' },
  { message: /near '\|'$/, line: /\|\|/, say: 'the word for || is or' },
  { message: /near '\/\/?'$/, line: /^\s*\/[/*]/, say: 'a comment begins with --' },
  { message: /near '#'$/, line: /^\s*#/, say: 'a comment begins with --' },
  {
    message: /./,
    before: /(?:^|[^\w.])continue\s*;?\s*$/,
    say: 'Lua has no continue; write goto continue, and the label ::continue:: before the end of the loop',
  },
  { message: /near '[A-Za-z_]\w*'$/, before: /(?:^|[\s;])(?:let|var|const)\s+$/, say: 'a variable is made with local' },
  { message: /./, before: /(?:^|[\s;])(?:elif|elsif)\s+$/, say: 'the word for it is elseif' },
  { message: /'(?:then|do)' expected near '='$/, say: 'a comparison is written ==' },
  {
    message: /<name> expected near /,
    line: /[{,]\s*\w+\s*:\s*[^:\s]/,
    say: 'a field is written name = value, or ["name"] = value',
  },
  { message: /near '\?'$/, say: 'Lua has no ?:; write a and b or c, or an if' },
  { message: /near '[=>]'$/, line: /=>/, say: 'a function is written function(x) … end' },
  { message: /near '`'$/, say: 'text stands in quotes, or in [[ ]] over several lines' },
  { message: /near '<\\226>'$/, line: /[“”‘’]|\u00e2\u0080/, say: 'these are typographic quotes; use " or \'' },
  { message: /unexpected symbol near '\['$/, say: 'a list is written in braces, as { "a", "b" }' },
  {
    message: /'}' expected .*near ':'$|'}' expected near ':'$/,
    say: 'a field is written name = value, or ["name"] = value',
  },
  { message: /'}' expected .*near ('[^']+')$/, say: 'a comma is missing before $1' },
  {
    message: /'\)' expected .*near ('[\w"{[]+')$/,
    say: 'a comma is missing before $1, or the list of arguments was not closed',
  },
]

const RUNTIME: Lesson[] = [
  { message: /\((?:global|field) 'unpack'\)$/, say: 'it is table.unpack in Lua 5.4' },
  { message: /\(global '(?:null|undefined|None|NULL)'\)$/, say: 'nothing is nil in Lua, and json.null inside of JSON' },
  { message: /\(global 'loadstring'\)$/, say: 'it is load in Lua 5.4' },
  { message: /\(global '[sg]etfenv'\)$/, say: 'Lua 5.4 has _ENV and the last argument of load instead' },
  { message: /\(field '(?:getn|maxn)'\)$/, say: 'the length of a list is #list' },
  { message: /\(field 'foreachi?'\)$/, say: 'write for key, value in pairs(t) do … end' },
  { message: /\(field 'gfind'\)$/, say: 'it is string.gmatch in Lua 5.4' },
  { message: /\(field 'pow'\)$/, say: 'a power is written x ^ y' },
  { message: /\(field 'atan2'\)$/, say: 'it is math.atan(y, x) in Lua 5.4' },
  { message: /\(field 'log10'\)$/, say: 'it is math.log(x, 10) in Lua 5.4' },
  { message: /\(global 'typeof'\)$/, say: 'it is type(value) in Lua' },
  { message: /\(global 'console'\)$/, say: 'text is written with print or dump' },
  { message: /\(global 'JSON'\)$/, say: 'it is json.decode and json.encode here' },
  {
    message: /'(?:parse|stringify)'\)$/,
    line: /\bjson\.(?:parse|stringify)\b/,
    say: 'it is json.decode and json.encode here',
  },
  { message: /\(field '\w+'\)$/, line: /\bregex\.(?!match|gsub)\w/, say: 'regex has match, match_all and gsub' },
  { message: /\(field '\w+'\)$/, line: /\bdocs\.(?!list|search|read)\w/, say: 'docs has list, search and read' },
  {
    message: /\(field '\w+'\)$/,
    line: /\bos\.(?!time|clock|date|difftime)\w/,
    say: 'os has time, clock, date and difftime here',
  },
  { message: /\(method 'split'\)$/, say: 'write for part in text:gmatch("[^,]+") do … end' },
  { message: /\(method '(?:trim|strip)'\)$/, say: 'write text:match("^%s*(.-)%s*$")' },
  { message: /\(method '(?:replace|replaceAll)'\)$/, say: 'write text:gsub(pattern, replacement)' },
  { message: /\(method '(?:contains|includes|indexOf)'\)$/, say: 'write text:find(part, 1, true)' },
  { message: /\(method '(?:push|append)'\)$/, say: 'write table.insert(list, value), or list[#list + 1] = value' },
  {
    message: /string expected, got CallError\)$/,
    say: 'an error of a call is a table; ask its code, or search it as problem:find("…")',
  },
  {
    message: /\(global '(?:require|dofile|loadfile|io|package)'\)$/,
    say: 'a script has no files and no modules; the outside is reached through app.integrations',
  },
]

/** Adds the Lua form to a message of Lua's, where a habit explains it. */
export function teach(message: string, source: string): string {
  const number = readLine(message)
  const fault: Fault = {
    message: number === null ? message : message.replace(/^main\.lua:\d+: /, ''),
    line: number === null ? '' : readLineText(source, number),
    before: number === null ? '' : readBefore(source, number, message),
  }
  const isRuntime = /^(?:attempt to|bad argument) /.test(fault.message)
  for (const lesson of isRuntime ? RUNTIME : SYNTAX) {
    const said = apply(lesson, fault)
    if (said) return `${message}; ${said}`
  }
  return message
}

function apply({ say, ...conditions }: Lesson, fault: Fault): string | null {
  let groups: RegExpExecArray | null = null
  for (const [part, pattern] of Object.entries(conditions) as [keyof Fault, RegExp][]) {
    const match = pattern.exec(fault[part])
    if (!match) return null
    if (match.length > 1 || !groups) groups = match
  }
  return say.replaceAll(/\$(\d)/g, (_whole, index: string) => groups?.[Number(index)] ?? '')
}

/** The source up to the token that Lua stopped at: the last such on the line, the end of the source where it is over. */
function readBefore(source: string, line: number, message: string): string {
  if (message.endsWith('<eof>')) return source
  const token = / near '(.+)'$/.exec(message)?.[1]
  const lines = source.split(/\r\n|\n\r|\n|\r/)
  const text = lines[line - 1] ?? ''
  const at = token === undefined ? -1 : text.search(wordPattern(token))
  const before = [...lines.slice(0, line - 1), at < 0 ? text : text.slice(0, at)].join('\n')
  return before.replaceAll(/--[^\n]*/g, '')
}

function wordPattern(token: string): RegExp {
  const escaped = token.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(/^\w+$/.test(token) ? `\\b${escaped}\\b` : escaped)
}
