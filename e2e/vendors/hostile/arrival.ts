// Whether a value arrives at the vendor as the script gave it.
import { type VendorRequest } from '../../../src/contract/http.ts'
import { formatJson, isObject, parseJson, type Value } from '../../../src/contract/value.ts'

/**
 * Looks for a value in requests: as segments of a path, as a parameter of a query, as a header, anywhere in a body,
 * and in what a body holds as text once more (JSON, or JSON in base64). A text that is JSON may go as what it says.
 */
export function arrives(value: Value, requests: readonly VendorRequest[]): boolean {
  return requests.some((request) => {
    const { pathname, search, searchParams } = new URL(request.url)
    const texts = listTexts(value)
    return (
      (texts?.length === 1 && isInPath(texts[0]!, pathname)) ||
      (texts !== null && isInQuery(texts, search, searchParams)) ||
      (isObject(value) && Object.entries(value).every(([name, inner]) => isParameter(name, inner, searchParams))) ||
      (texts?.length === 1 && Object.values(request.headers).includes(texts[0]!)) ||
      (request.body !== null && [value, ...readHidden(value)].some((form) => holds(parseJson(request.body!), form)))
    )
  })
}

/** A value as URLs hold it: the texts of its items. Null for what no URL can hold. */
function listTexts(value: Value): string[] | null {
  const items = Array.isArray(value) ? value : [value]
  const isScalar = items.every((item) => typeof item !== 'object' || item === null)
  return isScalar ? items.map(String) : null
}

/** One segment, or several in a row for an argument that is a path itself. */
function isInPath(text: string, pathname: string): boolean {
  const segments = pathname.split('/').map(decodeURIComponent)
  const parts = text.replace(/^\//, '').split('/')
  const fits = (at: number) => parts.every((part, step) => [part, decodeSafely(part)].includes(segments[at + step]!))
  return segments.includes(text) || segments.some((_segment, at) => fits(at))
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The values of one parameter, repeated or in one text with commas between them. */
function isInQuery(texts: readonly string[], search: string, params: URLSearchParams): boolean {
  const repeated = [...new Set(params.keys())].some((name) => same(params.getAll(name), texts))
  const joined = search.split(/[?&]/).some((part) => {
    const items = part.slice(part.indexOf('=') + 1).split(',')
    return same(items.map(decodeURIComponent), texts)
  })
  return repeated || joined
}

/** Whether a parameter of the query holds a value; an empty list is none. */
function isParameter(name: string, value: Value, params: URLSearchParams): boolean {
  const texts = listTexts(value)
  return texts !== null && same(params.getAll(name), texts)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}

function holds(body: Value, value: Value): boolean {
  if (isSame(body, value)) return true
  if (typeof body === 'string') return readHidden(body).some((inner) => holds(inner, value))
  if (Array.isArray(body)) return isListOfPairs(body, value) || body.some((item) => holds(item, value))
  if (!isObject(body)) return false
  return hasFields(body, value) || Object.entries(body).some(([key, inner]) => key === value || holds(inner, value))
}

/** Whether all fields of a value are among those of an object, which may have more. */
function hasFields(body: { [key: string]: Value }, value: Value): boolean {
  if (!isObject(value) || !Object.keys(value).length) return false
  return Object.entries(value).every(([key, inner]) => Object.hasOwn(body, key) && isSame(body[key]!, inner))
}

/** Whether a list has an entry for each field of a value: its name and its value, whatever they are called. */
function isListOfPairs(body: Value[], value: Value): boolean {
  if (!isObject(value) || !Object.keys(value).length) return false
  const entries = body.filter(isObject).map((entry) => Object.values(entry))
  return Object.entries(value).every(([key, inner]) =>
    entries.some((texts) => texts.includes(key) && texts.some((text) => isSame(text, inner))),
  )
}

/** Equal as JSON: the order of keys does not count, -0 is 0, and a number may have become its text. */
function isSame(a: Value, b: Value): boolean {
  return a === b || sortedText(a) === sortedText(b) || (isNumber(b) && a === String(b))
}

function isNumber(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'bigint'
}

function sortedText(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`
  if (!isObject(value)) return formatJson(value)
  const fields = Object.keys(value).sort()
  return `{${fields.map((key) => `${JSON.stringify(key)}:${sortedText(value[key]!)}`).join(',')}}`
}

/** What a text holds as JSON, plainly or in base64; only objects and lists, which no plain text is by chance. */
function readHidden(text: Value): Value[] {
  if (typeof text !== 'string') return []
  return [text, decodeBase64(text)].flatMap((candidate) => {
    if (!/^\s*[[{]/.test(candidate)) return []
    try {
      return [parseJson(candidate)]
    } catch {
      return []
    }
  })
}

function decodeBase64(text: string): string {
  return /^[\w+/=-]+$/.test(text) ? Buffer.from(text, 'base64').toString() : ''
}
