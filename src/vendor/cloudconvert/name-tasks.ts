// Names for the tasks of a job, and the object by name that CloudConvert wants of them.
import { CallFailure } from '../../contract/errors.ts'
import { nearestName } from '../../contract/names.ts'
import { type Value } from '../../contract/value.ts'
import { spellOperation } from './spell-operation.ts'

type Fields = { [key: string]: Value }

/** A task as the caller wrote it, with the place that an error names. */
interface NamedTask {
  name: string
  at: string
  fields: Fields
}

/** What a name may hold: https://cloudconvert.com/docs/api-reference/jobs */
const NAME = /^[A-Za-z0-9_-]+$/

/**
 * The tasks as CloudConvert takes them: `{ name: { operation, … } }`. A list keeps its order. A task without a name is
 * called after the first part of its operation; several of them are `import-1`, `import-2` and so on.
 *
 * @param tasks checked list, or object by name
 * @throws CallFailure `invalid_argument` for no tasks, two of one name, and an `input` that names none of them
 */
export function nameTasks(tasks: Value): Fields {
  const named = Array.isArray(tasks) ? nameList(tasks as Fields[]) : readNames(tasks as Record<string, Fields>)
  if (!named.length) throw refuse('`tasks` must not be empty')
  const places = new Map<string, string>()
  for (const { name, at } of named) {
    const first = places.get(name)
    if (first !== undefined) throw refuse(`\`${at}\` and \`${first}\` are both named \`${name}\``)
    places.set(name, at)
  }
  for (const task of named) checkInput(task, places)
  return Object.fromEntries(named.map(({ name, fields }) => [name, shapeTask(fields)]))
}

function nameList(tasks: Fields[]): NamedTask[] {
  const unnamed = Map.groupBy(
    tasks.filter(({ name }) => name === undefined),
    nameBase,
  )
  const counts = new Map<string, number>()
  return tasks.map((fields, index) => {
    const at = `tasks[${index + 1}]`
    if (fields['name'] !== undefined) return { name: fields['name'] as string, at, fields }
    const base = nameBase(fields)
    const place = (counts.get(base) ?? 0) + 1
    counts.set(base, place)
    return { name: unnamed.get(base)!.length === 1 ? base : `${base}-${place}`, at, fields }
  })
}

/** The first part of the operation: `import` of `import/url`. */
function nameBase({ operation }: Fields): string {
  return (operation as string).split('/')[0]!
}

function readNames(tasks: Record<string, Fields>): NamedTask[] {
  return Object.entries(tasks).map(([name, fields]) => {
    const at = `tasks.${name}`
    if (!NAME.test(name)) throw refuse(`\`${at}\`: a name holds letters, digits, \`-\` and \`_\` only`)
    if (fields['name'] !== undefined && fields['name'] !== name) {
      throw refuse(`\`${at}.name\` must be \`${name}\`, as its key, or left out`)
    }
    return { name, at, fields }
  })
}

/** @param places of all tasks, by name */
function checkInput({ name, at, fields }: NamedTask, places: ReadonlyMap<string, string>): void {
  const { input } = fields
  const inputs = Array.isArray(input) ? (input as string[]) : input === undefined ? [] : [input as string]
  for (const wanted of inputs) {
    if (wanted === name) throw refuse(`\`${at}.input\` names the task itself`)
    if (places.has(wanted)) continue
    const others = [...places.keys()].filter((other) => other !== name)
    const near = nearestName(wanted, others) ?? others.find((other) => other.startsWith(`${wanted}-`))
    const all = others.length ? `; there are ${others.map(quote).join(', ')}` : ''
    const hint = near === undefined ? all : `, did you mean ${quote(near)}?`
    throw refuse(`\`${at}.input\`: no task of this job is named ${quote(wanted)}${hint}`)
  }
}

/** A task as it is sent: the name is its key, the operation goes first. */
function shapeTask(fields: Fields): Value {
  const others = Object.entries(fields).filter(([key]) => key !== 'name' && key !== 'operation')
  return { operation: spellOperation(fields['operation'] as string), ...Object.fromEntries(others) }
}

function quote(name: string): string {
  return `\`${name}\``
}

function refuse(message: string): CallFailure {
  return new CallFailure('invalid_argument', message)
}
