// An ordinary call with an ordinary value at a place, and the spots of its requests where that value comes out.
import { type FunctionDefinition, type IntegrationDefinition } from '../../../src/contract/definition.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { formatJson, parseJson, type Value } from '../../../src/contract/value.ts'
import { wireTables } from '../tables.ts'
import { arrives } from './arrival.ts'
import { drive, type Leaves, listDifferences, takeApart } from './drive.ts'
import { FREE_KEY, makePlausible, type Place, putAt, readAt } from './places.ts'

/** Arguments and replies of an ordinary call. */
export interface Base {
  settings: Record<string, string>
  args: Value
  replies: VendorReply[]
}

export interface Calm {
  base: Base
  requests: VendorRequest[]
  leaves: Leaves
  /** The value at the place. */
  value: Value
  /** Leaves that change with the value, query parameters without their number; empty where they cannot be told. */
  spots: string[]
  /** Whether the value is in no request at all. */
  stays: boolean
}

const MARK = 'hostile value stands here'

/** The text of arguments with a JSON text at a place: one that our own parser has not seen. */
export function writeArguments(
  fn: FunctionDefinition,
  { kind, path, schema }: Place,
  base: Value,
  json: string,
): string {
  const plain = kind === 'value' ? MARK : makePlausible(schema)
  const text = formatJson(putAt(fn.input, base, path, plain))
  return text.replace(JSON.stringify(kind === 'value' ? MARK : FREE_KEY), () => json)
}

/** The first ordinary call that takes two different values at the place, or at least one; null where there is none. */
export function findCalm(integration: IntegrationDefinition, fn: FunctionDefinition, place: Place): Calm | null {
  const bases = listBases(integration, fn, place)
  const values = place.kind === 'key' ? ['plain_one', 'plain_two'] : listValues(bases, place)
  let only: Calm | null = null
  for (const base of bases) {
    const taken: Calm[] = []
    for (const value of values) {
      const text = writeArguments(fn, place, base.args, formatJson(value))
      const driven = drive(integration, fn, base.settings, text, base.replies)
      const isAlike = !taken[0] || isTable(taken[0].value) === isTable(value)
      if ('refusal' in driven || !driven.requests.length || !isAlike) continue
      const { requests } = driven
      taken.push({ base, requests, leaves: takeApart(requests), value, spots: [], stays: !arrives(value, requests) })
      if (taken.length === 2) break
    }
    const [first, second] = taken
    if (first && second) return { ...first, spots: findSpots(first, second) }
    only ??= first ?? null
  }
  return only
}

function isTable(value: Value): boolean {
  return typeof value === 'object'
}

function findSpots(first: Calm, second: Calm): string[] {
  if (isTable(first.value)) return []
  const differences = listDifferences(first.leaves, second.leaves)
  // A value that becomes the name of something moves what lies below it.
  if (differences.some((spot) => !first.leaves.has(spot) || !second.leaves.has(spot))) return []
  return [...new Set(differences.map((spot) => (spot.split(' ')[1] === 'query' ? spot.replace(/ \d+$/, '') : spot)))]
}

/** The calls of the wire table that end well, those with the parameter first; at last one made from the schema. */
export function listBases({ slug }: IntegrationDefinition, fn: FunctionDefinition, { path: [name] }: Place): Base[] {
  const table = wireTables.find((candidate) => candidate.slug === slug)
  const settings = table?.settings ?? {}
  const made: Base = { settings, args: makePlausible({ ...fn.input, freeform: undefined }), replies: [] }
  const cases = (table?.cases ?? []).filter((wire) => wire.function === fn.name && 'value' in wire.outcome)
  const bases = cases.map(({ arguments: text, steps }): Base => {
    const args = parseJson(text)
    const replies = steps.map(({ reply }) => ({ headers: {}, ...reply }))
    return { settings, args: Array.isArray(args) ? {} : args, replies }
  })
  const has = ({ args }: Base) => Number(readAt(args, [name!]) !== undefined)
  return [...bases.sort((a, b) => has(b) - has(a)), made]
}

/** Ordinary values for a place: made from its schema, and those of the wire table. */
function listValues(bases: readonly Base[], { path, schema }: Place): Value[] {
  const options = schema.anyOf ?? [schema]
  const made = options.flatMap((option) => [makePlausible(option, 0), makePlausible(option, 1)])
  const used = bases.map(({ args }) => readAt(args, path)).filter((value) => value !== undefined && value !== null)
  const all = [...made, ...(used as Value[])].sort(
    (a, b) => Number(typeof a === 'object') - Number(typeof b === 'object'),
  )
  return [...new Map(all.map((value) => [formatJson(value), value])).values()]
}
