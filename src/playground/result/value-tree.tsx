// A JSON value as a tree for mouse, keyboard and screen reader (WAI-ARIA tree view pattern).
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import { parseJson, type Value } from '../../contract/value.ts'
import { type Language, listRows, parentPath, toggleRow, type TreeRow, UNTOUCHED_TREE } from './value-rows.ts'

interface ValueTreeProps {
  /** JSON text. */
  json: string
  label: string
  /** How null is written. */
  language?: Language
}

/** Text that is no JSON is shown as it is. */
export const ValueTree = memo(function ValueTree({ json, label, language = 'json' }: ValueTreeProps) {
  const value = useMemo(() => readValue(json), [json])
  if (value === undefined) return <pre className="pg-text">{json}</pre>
  return <Tree value={value} label={label} language={language} />
})

function readValue(json: string): Value | undefined {
  try {
    return parseJson(json)
  } catch {
    return undefined
  }
}

function Tree({ value, label, language }: { value: Value; label: string; language: Language }) {
  const [view, setView] = useState(UNTOUCHED_TREE)
  const [current, setCurrent] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const rows = useMemo(() => listRows(value, view, language), [value, view, language])

  const goTo = (row: TreeRow | undefined) => {
    if (!row) return
    setCurrent(row.path)
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(row.path)}"]`)?.focus()
  }
  const toggle = (row: TreeRow) => {
    // The row that opens more goes away; the focus stays where the new rows begin.
    if (row.kind === 'more') goTo(rows[rows.indexOf(row) - 1])
    setView(toggleRow(view, row))
  }
  const onKeyDown = (event: KeyboardEvent, row: TreeRow, at: number) => {
    const move = KEYS[event.key]
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const target = move(rows, row, at)
    if (target === 'toggle') toggle(row)
    else goTo(target)
  }

  return (
    <ul className="pg-tree" role="tree" aria-label={label} ref={list}>
      {rows.map((row, at) => (
        <li
          key={row.path}
          role="treeitem"
          data-path={row.path}
          aria-level={row.depth + 1}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={row.open ?? undefined}
          aria-selected={row.path === current}
          tabIndex={row.path === current || (at === 0 && !rows.some(({ path }) => path === current)) ? 0 : -1}
          style={{ paddingLeft: 20 + row.depth * 18 }}
          className={`pg-tree-row ${row.kind}`}
          onClick={() => {
            setCurrent(row.path)
            toggle(row)
          }}
          onKeyDown={(event) => {
            onKeyDown(event, row, at)
          }}
        >
          {row.open === null ? null : <span className="pg-twist" aria-hidden="true" data-open={row.open} />}
          {row.label === null ? null : <span className="pg-tree-key">{row.label}</span>}
          <span className="pg-tree-text">{row.text}</span>
        </li>
      ))}
    </ul>
  )
}

type Move = (rows: TreeRow[], row: TreeRow, at: number) => TreeRow | 'toggle' | undefined

const KEYS: Record<string, Move> = {
  ArrowDown: (rows, _row, at) => rows[at + 1],
  ArrowUp: (rows, _row, at) => rows[at - 1],
  Home: (rows) => rows[0],
  End: (rows) => rows.at(-1),
  ArrowRight: (rows, row, at) => (row.open === false ? 'toggle' : row.open ? rows[at + 1] : undefined),
  ArrowLeft: (rows, row) => (row.open ? 'toggle' : rows.find(({ path, depth }) => isParent(path, depth, row))),
  Enter: () => 'toggle',
  ' ': () => 'toggle',
}

function isParent(path: string, depth: number, child: TreeRow): boolean {
  return depth === child.depth - 1 && path === parentPath(child.path)
}
