// Ten thousand hostile arguments, spread over every parameter of every function of the catalog: each is refused with a
// clear error, or it arrives as it was given, at the one place where it belongs, at the address of the definition.
import { afterAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { findCalm, listBases, writeArguments } from './hostile/calm.ts'
import { drive } from './hostile/drive.ts'
import { judgeAddress, judgeArrival, judgeRefusal } from './hostile/judge.ts'
import { listPlaces, type Place } from './hostile/places.ts'
import { hugeValues, makeHostileKeys, makeHostileValues } from './hostile/values.ts'

const TOTAL = 10_000

const places = Object.values(loadCatalog().integrations).flatMap((integration) =>
  integration.functions.flatMap((fn) =>
    listPlaces(fn).map(
      (place) => [`${integration.slug}.${fn.name} ${describePlace(place)}`, integration, fn, place] as const,
    ),
  ),
)
const each = Math.ceil(TOTAL / places.length)
const counts = { values: 0, refused: 0, arrived: 0, 'left out': 0, stayed: 0 }

/** Places where an ordinary value depends on the rest of the call, so that every value by itself is refused. */
const BOUND: Record<string, string> = {
  'cloudconvert.create_job tasks.free_key.input': 'names another task of the job',
  'cloudconvert.create_job tasks.free_key.input.0': 'names another task of the job',
  'cloudconvert.create_job tasks.free_key.name': 'is the key of the task',
}

/** Places whose value is never sent. */
const LOCAL: Record<string, string> = {
  'convex.get_table table': 'picks one table of the schemas, which Convex sends all at once',
}

function describePlace({ kind, path }: Place): string {
  return path.join('.') + (kind === 'key' ? ' (its name)' : '')
}

/** JSON texts for a place, the same in every run; one of them is huge. */
function makeHostile(title: string, { kind }: Place): string[] {
  const seed = [...title].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  if (kind === 'key') return makeHostileKeys(each, seed).map((key) => JSON.stringify(key))
  return [...makeHostileValues(each, seed), hugeValues[Math.abs(seed) % hugeValues.length]!]
}

describe('hostile arguments', () => {
  afterAll(() => {
    console.info('hostile arguments:', counts)
  })

  test.each(places)('%s', (title, integration, fn, place) => {
    const calm = findCalm(integration, fn, place)
    expect(calm === null, 'no ordinary value is taken here').toBe(Object.hasOwn(BOUND, title))
    const { args, settings, replies } = calm?.base ?? listBases(integration, fn, place)[0]!
    for (const json of makeHostile(title, place)) {
      counts.values++
      const driven = drive(integration, fn, settings, writeArguments(fn, place, args, json), replies)
      if ('refusal' in driven) {
        counts.refused++
        judgeRefusal(driven.refusal)
        continue
      }
      for (const request of driven.requests) judgeAddress(integration, settings, request)
      const fate = calm ? judgeArrival(fn, place, json, driven, calm) : 'arrived'
      expect(fate === 'stayed' && !Object.hasOwn(LOCAL, title), `${json} is not sent`).toBe(false)
      counts[fate]++
    }
  })

  test('are ten thousand, and of both kinds', () => {
    expect(counts.values).toBeGreaterThanOrEqual(TOTAL)
    expect(Math.min(counts.refused, counts.arrived)).toBeGreaterThan(TOTAL / 10)
  })
})
