// Habits from other languages and from JSON, and the form that Lua 5.4 has for them. Lua's own text stays; this is said after it.
import { blankCode } from './blank-code.ts'
import { type Fault, type Lesson } from './lesson.ts'
import { findColumns, readLineText, readUpTo } from './place.ts'
import { RUNTIME_LESSONS } from './runtime-lessons.ts'
import { SYNTAX_LESSONS } from './syntax-lessons.ts'
import { type Place } from './syntax-place.ts'

/** Adds the Lua form to Lua's message of a source that does not parse, where a habit explains it. */
export function teachSyntax(message: string, source: string, { line, column }: Place): string {
  if (line === null || column === null)
    return teach(message, SYNTAX_LESSONS, { before: '', after: '', line: '', text: '' })
  const text = readUpTo(source, line, column)
  const rest = readLineText(source, line)
  const blank = blankCode(source.slice(0, text.length) + rest.slice(column - 1))
  return teach(message, SYNTAX_LESSONS, {
    text: text.slice(-SEEN),
    before: blank.slice(0, text.length).slice(-SEEN),
    after: rest.slice(column - 1).slice(0, SEEN),
    line: '',
  })
}

/** The same for an error at run time: a name that is nil here, and would not be elsewhere. */
export function teachRuntime(message: string, source: string, line: number | null): string {
  if (line === null || !/^main\.lua:\d+: (?:attempt to|bad argument) /.test(message)) return message
  const code = blankCode(readLineText(source, line))
  const name = /'(\w+)'\)$/.exec(message)?.[1]
  // A text that a script raises can read like Lua's; then the name is in no code.
  if (name !== undefined && !message.includes('for iterator') && !findColumns(code, name).length) return message
  return teach(message, RUNTIME_LESSONS, { line: code, before: '', after: '', text: '' })
}

function teach(message: string, lessons: Lesson[], seen: Omit<Fault, 'message'>): string {
  const fault: Fault = { message: message.replace(/^main\.lua:\d+: /, ''), ...seen }
  for (const lesson of lessons) {
    const said = apply(lesson, fault)
    if (said) return `${message}; ${said}`
  }
  return message
}

/** As much of a script is looked at: what a habit looks like is near, and no script may take long to look through. */
const SEEN = 2_000

const PARTS = ['message', 'before', 'after', 'line', 'text'] as const

function apply(lesson: Lesson, fault: Fault): string | null {
  const groups: string[] = []
  for (const part of PARTS) {
    const pattern = lesson[part]
    if (!pattern) continue
    const match = pattern.exec(fault[part])
    if (!match) return null
    // What was blank for the comparison is said as it stands in the script.
    const whole = part === 'before' ? fault.text.slice(match.index, match.index + match[0].length) : match[0]
    groups.push(...match.slice(1).map((group) => (part === 'before' ? takeGroup(whole, match[0], group) : group)))
  }
  return lesson.say.replaceAll(/\$(\d)/g, (_whole, index: string) => groups[Number(index) - 1] ?? '')
}

function takeGroup(whole: string, blank: string, group: string): string {
  const at = blank.indexOf(group)
  return whole.slice(at, at + group.length)
}
