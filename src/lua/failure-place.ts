// The column of an error at run time, where it can be known: of the name that the error is about, on the line that it names.
import { blankCode } from './blank-code.ts'
import { findColumns, readLineText } from './place.ts'
import { type Failure } from './session.ts'
import { readFrames, readRaiser } from './traceback.ts'

/** What an error is about. `after` is what follows the name there, where the name stands on the line more than once. */
interface Subject {
  name: string
  after?: RegExp
}

const VALUE = /attempt to (index|call)?.*\((local|global|field|method|upvalue|constant) '([^']+)'\)$/
const FUNCTION = /: bad argument #\d+ to '([\w.]+)'|: (?:invalid|too|wrong) .* (?:to|for) '([\w.]+)'/
const INTEGRATION = /unknown_integration: (?:there is no integration|app has no) ([\w-]+)/

/** Names of functions as tracebacks give them. */
const NAMED = /: in (?:local|upvalue|field|method|function|global) '([\w.]+)'$/

/** Column, from 1, of the one place on a line that an error can be about; null where there are several or none. */
export function findFailureColumn(source: string, line: number, failure: Failure): number | null {
  const text = readLineText(source, line)
  const subject = findSubject(failure) ?? findRaiser(failure, line)
  if (!subject) return null
  const code = blankCode(text)
  const columns = findColumns(code, subject.name)
  const fitting = columns.filter((column) => subject.after?.test(code.slice(column - 1 + subject.name.length)))
  const found = columns.length > 1 ? fitting : columns
  return found.length === 1 ? found[0]! : null
}

function findSubject({ message, error }: Failure): Subject | null {
  if (error) {
    const name = error.function ?? INTEGRATION.exec(message)?.[1]
    return name === undefined ? null : { name }
  }
  const [, action, , value] = VALUE.exec(message) ?? []
  if (value !== undefined) return { name: value, ...(action && { after: action === 'call' ? CALLED : INDEXED }) }
  const [, called, worked] = FUNCTION.exec(message) ?? []
  const path = called ?? worked
  return path === undefined ? null : callOf(path)
}

/** The call of `error` or `assert`; or that of the function which blames the line that called it. */
function findRaiser({ trace }: Failure, line: number): Subject | null {
  const raiser = readRaiser(trace)
  if (!raiser) return null
  const [inner, outer] = readFrames(trace)
  if (inner?.line === line) return callOf(raiser)
  const blaming = outer?.line === line ? NAMED.exec(inner!.text)?.[1] : undefined
  return blaming === undefined ? null : callOf(blaming)
}

const callOf = (path: string): Subject => ({ name: path.slice(path.lastIndexOf('.') + 1), after: CALLED })

const CALLED = /^\s*[({"'[]/
const INDEXED = /^\s*[.:[]/
