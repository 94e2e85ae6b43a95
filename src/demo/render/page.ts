// Pages of a list: the limit, the opaque cursor, and the filters that a query may hold.
import { type Value } from '../../contract/value.ts'
import { Refusal } from './refusal.ts'
import { type Fields } from './state.ts'

/** Every parameter of a query with its values; where `isJoined`, commas set values apart and an encoded comma does not. */
export function readValues(url: URL, name: string, isJoined: boolean): string[] {
  const pairs = url.search.slice(1).split('&')
  const raw = pairs.flatMap((pair) => (pair.startsWith(`${name}=`) ? [pair.slice(name.length + 1)] : []))
  const parts = isJoined ? raw.flatMap((text) => text.split(',')) : raw
  return parts.map((text) => decode(text.replaceAll('+', ' ')))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refusal(400, `invalid query: ${text}`)
  }
}

/** The values of a filter, each one of `choices` where there are any. */
export function readChoices(url: URL, name: string, isJoined: boolean, choices?: readonly string[]): string[] {
  const values = readValues(url, name, isJoined)
  const wrong = choices && values.find((value) => !choices.includes(value))
  if (wrong !== undefined) throw new Refusal(400, `invalid ${name}: ${wrong}`)
  return values
}

/** Keeps the items of which `pick` is between `<name>Before` and `<name>After`; one without that time is never between. */
export function keepBetween<Item>(
  url: URL,
  name: string,
  items: readonly Item[],
  pick: (item: Item) => Value | undefined,
): readonly Item[] {
  const before = readTime(url, `${name}Before`)
  const after = readTime(url, `${name}After`)
  if (before === undefined && after === undefined) return items
  return items.filter((item) => {
    const time = Date.parse(String(pick(item)))
    return time < (before ?? Infinity) && time > (after ?? -Infinity)
  })
}

function readTime(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name)
  if (text === null) return undefined
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(time)) throw new Refusal(400, `invalid ${name}: ${text}`)
  return time
}

/** One page of items, each under `key` beside its own cursor. */
export function showPage(url: URL, key: string, items: readonly Fields[]): Value {
  const limit = readLimit(url.searchParams.get('limit'))
  const cursor = url.searchParams.get('cursor')
  const start = cursor === null ? 0 : findPlace(items, cursor) + 1
  return items.slice(start, start + limit).map((item) => ({ cursor: makeCursor(item), [key]: item }))
}

function readLimit(text: string | null): number {
  if (text === null) return 20
  const limit = /^\d+$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > 100) throw new Refusal(400, 'invalid limit: must be between 1 and 100')
  return limit
}

/** Nothing that anyone should read anything into: 32 characters, as Render's are. */
function makeCursor(item: Fields): string {
  const id = String(item['id'])
  const mixed = [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7)
  return btoa(mixed.toString(36).padStart(8, '0') + id.slice(-16).padStart(16, '0'))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

function findPlace(items: readonly Fields[], cursor: string): number {
  const place = items.findIndex((item) => makeCursor(item) === cursor)
  if (place < 0) throw new Refusal(400, 'invalid cursor')
  return place
}
