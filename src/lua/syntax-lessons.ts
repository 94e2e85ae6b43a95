// What people write out of habit that does not parse as Lua 5.4, and the form that Lua has for it.
import { type Lesson } from './lesson.ts'

/** Where a statement may begin. */
const START = String.raw`(?:^|[\n;]|\b(?:then|do|else|repeat)\b|\))\s*`

/** A word at the beginning of a statement, right before the token that Lua stopped at. */
const word = (words: string) => new RegExp(`${START}(?:${words})\\s*\\(?\\s*$`)

const FIELD = 'a field is written name = value, or ["name"] = value'
const BLOCK = 'a block is written then … end after if, and do … end after for and while'
const FUNCTION = 'a function is written function name(x) … end'
const MODULES = 'a script has no files and no modules; the outside is reached through app.integrations'
const NAMED = 'named arguments stand in a table: f{ name = value }'
const TYPES = 'Lua has no types; leave it out'
const DIVIDES = 'a comment begins with --; // divides'
const SPREAD = 'a list is spread with table.unpack(list)'
const COUNT = 'write for i = 1, 10 do … end'
const SWITCH = 'Lua has no switch; write if … elseif … end, or look the case up in a table'
const NO_INCREMENT = 'Lua has no ++; write $1 = $1 + 1'
const POWER = 'a power is written x ^ y'
const JOIN = 'texts are joined with ..'
const CATCH = 'an error is caught with local ok, result = pcall(f)'
/** Tokens with which a value or a field begins. */
const VALUE = String.raw`near ('(?:[\w"{-].*|'.*)')$`
/** Words that begin or end a statement: what stood open before them was not closed. */
const OUTSIDE = String.raw`near '(?:end|then|do|else|elseif|until|local|return|break|for|while|if|repeat|goto)'$`
const TARGET = /([A-Za-z_]\w*(?:\s*\.\s*\w+|\[[^\]\n]*\])*)\s*$/

/** Inside of the parentheses of a function's parameters. */
const PARAMETERS = /\bfunction\b[^()\n]*\([^()]*$/

/** The first that fits is said. */
export const SYNTAX_LESSONS: Lesson[] = [
  // Operators
  { after: /^!==?/, say: 'not equal is ~= in Lua' },
  { after: /^!/, message: /near '!'$/, say: 'the word for ! is not' },
  { message: /near '='$/, before: /==$/, after: /^=/, say: 'equal is == in Lua' },
  { message: /near '>'$/, before: /<$/, say: 'not equal is ~= in Lua' },
  { message: /near '[=>]'$/, after: /^=>/, say: FUNCTION },
  { message: /near '>'$/, before: /[{,]\s*\w+\s*=$/, say: FIELD },
  { message: /near '>'$/, before: /\w-$/, after: /^>\w/, say: 'a field is read with a dot, as a.b' },
  { message: /near '-'$/, before: /\w$/, after: /^->\w/, say: 'a field is read with a dot, as a.b' },
  { message: /near '>'$/, before: /-$/, say: FUNCTION },
  { message: /near '\+'$/, before: TARGET, after: /^\+\+/, say: NO_INCREMENT },
  { message: /near '\+'$/, after: /^\+\+\s*([\w.]+)/, say: NO_INCREMENT },
  { message: /near '\+'$/, before: /([A-Za-z_][\w.]*)\+$/, say: NO_INCREMENT },
  { message: /near '\*'$/, before: /\*$/, say: POWER },
  { before: TARGET, after: /^\*\*=/, say: 'write $1 = $1 ^ …' },
  { text: new RegExp(`${START}([A-Za-z_][\\w.]*)--[;)]?\\s*$`), say: '-- begins a comment; write $1 = $1 - 1' },
  { before: TARGET, after: /^(?:\|\||\?\?)=/, say: 'write $1 = $1 or …' },
  { before: TARGET, after: /^&&=/, say: 'write $1 = $1 and …' },
  {
    before: TARGET,
    after: /^(\+|-|\*|\/\/|\/|%|\^|\.\.|<<|>>|&|\|)=(?!=)/,
    message: /syntax error near/,
    say: 'Lua has no $2=; write $1 = $1 $2 …',
  },
  { message: /near '&'$/, before: /&$/, say: 'the word for && is and' },
  { message: /near '\|'$/, before: /\|$/, say: 'the word for || is or' },
  { after: /^\?\?/, say: 'the word for ?? is or' },
  { after: /^\?\./, say: 'Lua has no ?.; write a and a.b' },
  { message: /near '\?'$/, say: 'Lua has no ?:; write a and b or c, or an if' },
  { message: /near '='$/, before: /:$/, say: 'a value is set with =' },
  { after: /^:=/, say: 'a value is set with =' },
  { message: /'(?:then|do)' expected near '='$/, say: 'a comparison is written ==' },
  {
    message: /unexpected symbol near '='$/,
    before: /\w\s*=\s*[A-Za-z_][\w.]*\s*$/,
    say: 'each assignment is a statement of its own',
  },
  { message: /near '\$'$/, say: 'a name has no $ before it' },
  // Comments
  { message: /near '\/\/?'$/, before: /(?:^|\n)\s*$/, after: /^\/[/*]/, say: 'a comment begins with --' },
  { message: /near '\*'$/, before: /\/$/, say: 'a comment begins with --' },
  { message: /near '[A-Za-z_]\w*'$/, before: /\/\/[^\n]*\w\s+$/, say: DIVIDES },
  { message: /syntax error near/, before: /\/\/[ \t]*\w+[ \t]+\w[^\n]*\s*$/, say: DIVIDES },
  { message: /near '#'$/, say: 'a comment begins with --; # is the length of a text or a list' },
  // Words
  {
    message: /syntax error near/,
    before: /(?<!\b(?:local|function|goto|return)\s+)(?<![.:=(,]\s*)\bcontinue\s*;?\s*$/,
    say: 'Lua has no continue; write goto continue, and the label ::continue:: before the end of the loop',
  },
  { message: /no visible label 'continue'/, say: 'put the label ::continue:: before the end of the loop' },
  { before: word('let|var|const|my|auto'), say: 'a variable is made with local' },
  {
    before: word('int|float|double|bool|boolean|char|string|number'),
    say: 'a variable is made with local, without a type',
  },
  { before: word('global'), say: 'a global variable needs no word before it' },
  { before: /\b(?:let|const|var)\s*\{[^{}\n]*\}\s*$/, say: 'write local a, b = t.a, t.b' },
  {
    message: /syntax error near/,
    before: new RegExp(`${START}(?:print|assert|error)[ \\t]+$`),
    say: 'a function is called with parentheses: print(value)',
  },
  { before: word('yield'), say: 'it is coroutine.yield(value) in Lua' },
  { before: /(?:^|\s)(?:elif|elsif)\s+$/, say: 'the word for it is elseif' },
  { before: word('switch|match'), say: SWITCH },
  { before: /\bcase\s+$/, say: SWITCH },
  { before: word('try'), say: CATCH },
  { before: /\b(?:catch|except)\s*\(?\s*$/, say: CATCH },
  { before: word('throw|raise'), say: 'an error is raised with error("…")' },
  { before: /\b(?:async|await)\s+$/, say: 'a call waits for its answer by itself; leave async and await out' },
  {
    message: /near '[A-Za-z_]\w*'$/,
    before: /(?<!\blocal\s+)\bnew\s+$/,
    say: 'Lua has no classes; a function makes a table',
  },
  { before: word('class'), say: 'Lua has no classes; a function makes a table' },
  { before: word('import|from|export|using|include'), say: MODULES },
  { before: word('unless'), say: 'write if not … then … end' },
  { before: word('delete|del'), say: 'a field is removed with t.name = nil' },
  { before: /\btypeof\s+$/, say: 'it is type(value) in Lua' },
  { before: word('foreach'), say: 'write for key, value in pairs(t) do … end' },
  { message: /syntax error near/, before: /(?<!\blocal\s+)\b(?:def|fn|func|fun|lambda|sub|proc)\s+$/, say: FUNCTION },
  { message: /'then' expected near 'in'$/, say: 'whether a table has a key is t[key] ~= nil' },
  { message: /'then' expected near 'is'$/, say: 'a comparison is written ==' },
  { message: /'then' expected near 'else'$/, before: /=[^\n]*\bif\b[^\n]*$/, say: 'write a and b or c, or an if' },
  // Loops and blocks
  { message: /near 'of'$/, before: /\bfor\s[^\n]*$/, say: 'write for _, value in ipairs(list) do … end' },
  { message: /',' expected near 'to'$/, say: COUNT },
  { message: /malformed number near '\d+\.\.\d+'$/, before: /\bin\s+$/, say: COUNT },
  { message: /malformed number near '\d+\.\.\d*'$/, say: 'after a number, .. needs a space before it' },
  {
    message: /<name> expected near '\('$/,
    before: /\bfor\s*$/,
    say: 'a for has no parentheses: for i = 1, 10 do … end',
  },
  { message: /'(?:then|do)' expected near '[:{]'$/, say: BLOCK },
  { message: /unexpected symbol near '\{'$/, before: /(?:\)|\b(?:do|then|else))\s*$/, say: BLOCK },
  { before: /\b(?:if|elseif|while|for|function)\b[^\n{}]*\)\s*\{\s*(?:[^{}]*\}\s*)?$/, say: BLOCK },
  { message: /<name> expected near/, before: /\)\s*:\s*$/, say: BLOCK },
  { message: /'(?:then|do)' expected/, before: /[)\w]\s*:[ \t]*\n/, say: BLOCK },
  { message: /'(?:then|do)' expected near/, say: BLOCK },
  {
    message: /'end' expected .*near <eof>$/,
    before: /\belse[ \t]+if\b/,
    say: 'each else if needs an end more; elseif needs none',
  },
  { message: /'end' expected .*near <eof>$/, say: 'each function, if, for, while and do needs an end of its own' },
  { message: /<eof> expected near 'end'$/, say: 'there is one end too many' },
  // Tables, lists and arguments
  { message: /<name> expected near|function arguments expected/, before: /[{,]\s*\w+\s*:(?:\s*\w+)?\s*$/, say: FIELD },
  { message: /<name> expected near/, before: /\(\s*\w+\s*:\s*$/, say: NAMED },
  { message: /near ':'$/, before: /\blocal\s+\w+\s*$|\bfunction\b[^()]*\([^()]*$/, say: TYPES },
  { message: /'}' expected .*near ':'$/, say: FIELD },
  { message: /'\)' expected .*near '='$/, before: PARAMETERS, say: 'write name = name or value in the function' },
  { message: /'\)' expected .*near '='$/, say: NAMED },
  {
    message: /'\)' expected/,
    before: PARAMETERS,
    text: /\.\.\.\s*$/,
    say: 'write ..., and local rest = { ... } in it',
  },
  { message: /'}' expected .*near '='$/, say: 'a key that is no plain name is written ["key"] = value' },
  { message: /<name> expected near '\['$/, before: /\blocal\s*$/, say: 'write local a, b = t[1], t[2]' },
  { message: /<name> expected near '\{'$/, before: /\blocal\s*$/, say: 'write local a, b = t.a, t.b' },
  { message: /near '\['$/, before: /\}$/, say: 'write ({ … })[1], with parentheses' },
  { message: /unexpected symbol near '\['$/, say: 'a list is written in braces, as { "a", "b" }' },
  { message: /'[)}]' expected/, before: /\.\.\.\s*$/, say: SPREAD },
  { message: /'}' expected .*near '[)\]]'$/, say: 'the table was not closed with }' },
  { message: new RegExp(`'}' expected .*${OUTSIDE}`), say: 'the table was not closed with }' },
  { message: new RegExp(`'\\)' expected .*${OUTSIDE}`), say: 'a parenthesis was not closed with )' },
  {
    message: new RegExp(`'}' expected .*${VALUE}`),
    before: /\n\s*$/,
    say: 'a comma is missing before $1, or the table was not closed with }',
  },
  { message: new RegExp(`'}' expected .*${VALUE}`), say: 'a comma is missing before $1' },
  {
    message: new RegExp(`'\\)' expected .*${VALUE}`),
    say: 'a comma is missing before $1, or the list of arguments was not closed',
  },
  { message: /']' expected near ':'$/, say: 'a part is text:sub(first, last), or { table.unpack(list, first, last) }' },
  {
    message: /unexpected symbol near '\{'$/,
    before: /(?:^|\n)\s*$/,
    say: 'a table needs a place: return { … }, or local t = { … }',
  },
  // Text
  { message: /near '\.'$/, before: /["']\s*$/, after: /^\.(?=\s*["'$]|\s)/, say: JOIN },
  { message: /near '[.:]'$/, before: /["']$/, after: /^[.:]\w/, say: 'a method of a text: ("text"):upper()' },
  {
    message: /unexpected symbol near/,
    after: /^(?:"[^"\n]*"|'[^'\n]*')\s*[.:]\s*\w/,
    say: 'a method of a text: ("text"):upper()',
  },
  { message: /near '`'$/, say: 'text stands in quotes, or in [[ ]] over several lines' },
  { after: /^\$["'`]/, say: 'values are put into text with .. or string.format' },
  { after: /^[“”‘’„«»]/, say: 'these are typographic quotes; use " or \'' },
  { before: /""$/, after: /^"/, say: 'text over several lines stands in [[ ]]' },
]
