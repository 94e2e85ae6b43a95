// Reading query parameters: pages, orders, lists of values, filters.
import { type Value } from '../../contract/value.ts'
import { ClerkRefusal, parameterProblems as problems } from './problem.ts'

const LIST_SIZE = 100

/** @throws ClerkRefusal 422 where the text is no integer within the bounds */
export function readInteger(query: URLSearchParams, name: string, min = -Infinity, max = Infinity): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^-?\d{1,15}$/.test(text)) throw new ClerkRefusal(422, problems.wrongType(name, 'integer'))
  const value = Number(text)
  if (value < min || value > max) throw new ClerkRefusal(422, problems.invalid(name))
  return value
}

export function readFlag(query: URLSearchParams, name: string): boolean | null {
  const text = query.get(name)
  if (text === null) return null
  if (text !== 'true' && text !== 'false') throw new ClerkRefusal(422, problems.wrongType(name, 'boolean'))
  return text === 'true'
}

/** The chosen values of a parameter that may repeat; null where it is not given. */
export function readChoices(query: URLSearchParams, name: string, choices: readonly string[]): string[] | null {
  const values = readList(query, name)
  const wrong = values?.find((value) => !choices.includes(value))
  if (wrong !== undefined) throw new ClerkRefusal(422, problems.wrongValue(name, wrong))
  return values
}

/** The values of a parameter that repeats; null where it is not given. */
export function readList(query: URLSearchParams, name: string): string[] | null {
  const values = query.getAll(name)
  if (values.length > LIST_SIZE) throw new ClerkRefusal(422, problems.tooMany(name, LIST_SIZE))
  return values.length ? values : null
}

/** Whether a value passes a list in which `+` asks for one and `-` for all others. */
export function passesSigned(list: readonly string[] | null, has: (value: string) => boolean): boolean {
  if (!list) return true
  const excluded = list.filter((item) => item.startsWith('-')).map((item) => item.slice(1))
  const included = list.filter((item) => !item.startsWith('-')).map((item) => item.replace(/^\+/, ''))
  return !excluded.some(has) && (!included.length || included.some(has))
}

/** A row and its sort keys, by the names that `order_by` takes. */
export type SortKeys<Row> = Record<string, (row: Row) => string | number | null>

/**
 * Sorts rows that come in the order in which they were made, the newest first unless `order_by` says otherwise.
 * Rows that are alike keep that order, turned round when the sort is.
 */
export function sortRows<Row>(rows: readonly Row[], query: URLSearchParams, keys: SortKeys<Row>): Row[] {
  const text = query.get('order_by') ?? '-created_at'
  const field = text.replace(/^[+-]/, '')
  if (!Object.hasOwn(keys, field)) throw new ClerkRefusal(422, problems.wrongValue('order_by', text))
  const direction = text.startsWith('-') ? -1 : 1
  const keyed = rows.map((row, place) => ({ row, place, key: keys[field]!(row) }))
  keyed.sort((a, b) => direction * (compareKeys(a.key, b.key) || a.place - b.place))
  return keyed.map(({ row }) => row)
}

function compareKeys(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a < b ? -1 : 1
}

/** Cuts out the page that `limit` and `offset` ask for. */
export function cutPage<Row>(rows: readonly Row[], query: URLSearchParams): Row[] {
  const limit = readInteger(query, 'limit', 1, 500) ?? 10
  const offset = readInteger(query, 'offset', 0) ?? 0
  return rows.slice(offset, offset + limit)
}

/** A page of views with the number of all rows. */
export function showPage<Row>(rows: readonly Row[], query: URLSearchParams, show: (row: Row) => Value): Value {
  return { data: cutPage(rows, query).map(show), total_count: rows.length }
}

/** Older lists are bare arrays, unless `paginated` asks for the newer form. */
export function showList<Row>(rows: readonly Row[], query: URLSearchParams, show: (row: Row) => Value): Value {
  return readFlag(query, 'paginated') ? showPage(rows, query, show) : cutPage(rows, query).map(show)
}
