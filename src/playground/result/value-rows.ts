// A JSON value as the rows of a tree: what is open is listed, long lists a page at a time.
import { formatJson, isObject, type Value } from '../../contract/value.ts'

const PAGE = 50
const LONGEST_TEXT = 160
/** A value with few children is open from the start, down to this depth. */
const OPEN_DEPTH = 2
const OPEN_SIZE = 12

export interface TreeRow {
  /** JSON Pointer (RFC 6901) of the value; `more` rows end in `/…`, which no pointer of ours else does. */
  path: string
  /** 0 for the value itself. */
  depth: number
  /** Key or index; null for the value itself. */
  label: string | null
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'more'
  text: string
  /** Null for a row that neither opens nor closes. */
  open: boolean | null
  /** Place among its siblings, from 1, and how many they are. */
  position: number
  siblings: number
}

/** What the reader opened or closed, by path, and how many children are listed where it is not one page. */
export interface TreeView {
  open: Readonly<Record<string, boolean>>
  listed: Readonly<Record<string, number>>
}

export const UNTOUCHED_TREE: TreeView = { open: {}, listed: {} }

/** How null is written as a field and as an item of a list: in Lua a null field is not there. */
const NULLS = { json: { field: 'null', item: 'null' }, lua: { field: 'nil', item: 'json.null' } }

export type Language = keyof typeof NULLS

export function listRows(value: Value, view: TreeView, language: Language = 'json'): TreeRow[] {
  const rows: TreeRow[] = []
  const root = { path: '', depth: 0, label: null, position: 1, siblings: 1 }
  addRows(rows, value, { ...view, language }, root, NULLS[language].field)
  return rows
}

export function toggleRow(view: TreeView, row: TreeRow): TreeView {
  if (row.kind === 'more') {
    const parent = parentPath(row.path)
    return { ...view, listed: { ...view.listed, [parent]: (view.listed[parent] ?? PAGE) + PAGE } }
  }
  return row.open === null ? view : { ...view, open: { ...view.open, [row.path]: !row.open } }
}

export function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

type Place = Pick<TreeRow, 'path' | 'depth' | 'label' | 'position' | 'siblings'>

type Listing = TreeView & { language: Language }

function addRows(rows: TreeRow[], value: Value, view: Listing, place: Place, ifNull: string): void {
  const children = childrenOf(value)
  if (!children) {
    rows.push({ ...place, ...leafRow(value, view, place.path, ifNull) })
    return
  }
  const small = place.depth < OPEN_DEPTH && children.length <= OPEN_SIZE
  const open = children.length === 0 ? null : (view.open[place.path] ?? (place.depth === 0 || small))
  const kind = Array.isArray(value) ? 'array' : 'object'
  rows.push({ ...place, kind, text: describeSize(kind, children.length), open })
  if (!open) return
  const listed = Math.min(view.listed[place.path] ?? PAGE, children.length)
  const left = children.length - listed
  const siblings = listed + (left ? 1 : 0)
  const depth = place.depth + 1
  const ifChildNull = NULLS[view.language][Array.isArray(value) ? 'item' : 'field']
  for (const [at, [label, child]] of children.slice(0, listed).entries()) {
    const path = `${place.path}/${escapePointer(label)}`
    addRows(rows, child, view, { path, depth, label, position: at + 1, siblings }, ifChildNull)
  }
  if (!left) return
  const text = `Show ${String(Math.min(PAGE, left))} more of ${String(left)}`
  rows.push({
    path: `${place.path}/…`,
    depth,
    label: null,
    kind: 'more',
    text,
    open: null,
    position: siblings,
    siblings,
  })
}

function leafRow(value: Value, view: TreeView, path: string, ifNull: string): Pick<TreeRow, 'kind' | 'text' | 'open'> {
  if (value === null) return { kind: 'null', text: ifNull, open: null }
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value), open: null }
  if (typeof value !== 'string') return { kind: 'number', text: formatJson(value), open: null }
  if (value.length <= LONGEST_TEXT) return { kind: 'string', text: JSON.stringify(value), open: null }
  const open = view.open[path] ?? false
  const text = open ? JSON.stringify(value) : `${JSON.stringify(value.slice(0, LONGEST_TEXT)).slice(0, -1)}…`
  return { kind: 'string', text, open }
}

function childrenOf(value: Value): [string, Value][] | null {
  if (Array.isArray(value)) return value.map((item, at) => [String(at + 1), item])
  return isObject(value) ? Object.entries(value) : null
}

function describeSize(kind: 'array' | 'object', size: number): string {
  if (!size) return kind === 'array' ? '[]' : '{}'
  const [one, many] = kind === 'array' ? ['item', 'items'] : ['field', 'fields']
  return `${String(size)} ${size === 1 ? one : many}`
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
