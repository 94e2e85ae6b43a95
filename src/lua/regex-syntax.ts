// Perl-style patterns, as scripts write them, in the stricter syntax of JavaScript's `u` mode.

// With letters that are no modifiers of Perl behind it, a slash is a part of a bare pattern: /users/list.
const DELIMITED = /^\/(.*)\/([imsxuADJUX]*)$/s
const LEADING_FLAGS = /^\(\?([a-zA-Z]+)\)/
const SYNTAX = '^$\\.*+?()[]{}|/'

const ANCHORS: Record<string, string> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
}

/** A map: a pattern may name `constructor`, which every object has. */
const POSIX = new Map([
  ['alpha', 'a-zA-Z'],
  ['digit', '0-9'],
  ['alnum', 'a-zA-Z0-9'],
  ['upper', 'A-Z'],
  ['lower', 'a-z'],
  ['space', '\\s'],
  ['xdigit', '0-9a-fA-F'],
  ['word', '\\w'],
  ['punct', '!-\\/:-@\\[-`\\{-~'],
])

/**
 * Compiles a bare pattern (`\d+`) or a delimited one (`/\d+/i`).
 *
 * @param extra - more flags: `i` ignores case, `m` lines, `s` lets the dot match line breaks
 * @throws SyntaxError that says what is wrong with the pattern or a flag
 */
export function compileRegex(pattern: string, extra: string): RegExp {
  const delimited = DELIMITED.exec(pattern)
  let source = delimited ? delimited[1]! : pattern
  let flags = extra + (delimited ? delimited[2]! : '')
  const leading = LEADING_FLAGS.exec(source)
  if (leading) {
    flags += leading[1]!
    source = source.slice(leading[0].length)
  }
  const unknown = [...flags].find((flag) => !'imsu'.includes(flag))
  if (unknown) throw new SyntaxError(`unknown flag ${unknown}; i, m and s are known`)
  const kept = [...new Set(flags.replaceAll('u', ''))].join('')
  return new RegExp(translate(source), `gdu${kept}`)
}

function translate(source: string): string {
  let out = ''
  let inClass = false
  for (let at = 0; at < source.length;) {
    const rest = source.slice(at)
    const [taken, text] = inClass ? readClassPart(rest) : readPart(rest)
    if (!inClass && taken.startsWith('[')) inClass = true
    else if (inClass && taken === ']') inClass = false
    out += text
    at += taken.length
  }
  return out
}

/** The next part outside of a class: what is taken from the pattern, and what stands for it. */
function readPart(rest: string): [string, string] {
  if (rest[0] === '\\') return readEscape(rest, false)
  const name = /^\(\?P<|^\(\?P=(\w+)\)/.exec(rest)
  if (name) return [name[0], name[1] ? `\\k<${name[1]}>` : '(?<']
  // A bracket that closes at once stands for itself.
  const opening = /^(\[\^?)(\]?)/.exec(rest)
  if (opening) return [opening[0], opening[2] ? `${opening[1]}\\]` : opening[1]!]
  const quantifier = /^\{\d+(,\d*)?\}/.exec(rest)
  if (quantifier) return [quantifier[0], quantifier[0]]
  const char = takeChar(rest)
  return [char, '{}]'.includes(char) ? `\\${char}` : char]
}

function readClassPart(rest: string): [string, string] {
  if (rest[0] === '\\') return readEscape(rest, true)
  const posix = /^\[:(\w+):\]/.exec(rest)
  const set = posix && POSIX.get(posix[1]!)
  if (set) return [posix[0], set]
  const char = takeChar(rest)
  return [char, char === '[' ? '\\[' : char]
}

function readEscape(rest: string, inClass: boolean): [string, string] {
  const code = /^\\x\{([0-9a-fA-F]+)\}/.exec(rest)
  if (code) return [code[0], `\\u{${code[1]}}`]
  const whole = /^\\(?:[pP]\{\^?\w+(?:=\w+)?\}|u\{[0-9a-fA-F]+\})/.exec(rest)
  if (whole) return [whole[0], whole[0]]
  const char = takeChar(rest.slice(1))
  const taken = `\\${char}`
  if (char === 'h') return [taken, inClass ? ' \\t' : '[ \\t]']
  if (!inClass && ANCHORS[char]) return [taken, ANCHORS[char]]
  const isLiteral = char !== '' && !/[A-Za-z0-9]/.test(char) && !SYNTAX.includes(char)
  return [taken, isLiteral && !(inClass && char === '-') ? char : taken]
}

function takeChar(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!)
}
