// The plain editor: a text area with line numbers, for phones and where Monaco cannot be loaded.
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type EditorProps } from './editor.ts'
import { lineStart, positionAt } from './positions.ts'

const LINE_HEIGHT = 22
const PADDING = 14

export function PlainEditor(props: EditorProps) {
  const { source, readOnly, problems, marked, handle, onEdit, onCursor } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [scrolled, setScrolled] = useState(0)
  const lines = source.split('\n').length
  const top = (line: number) => PADDING + (line - 1) * LINE_HEIGHT - scrolled

  useImperativeHandle(handle, () => ({
    focus: () => area.current?.focus(),
    reveal: (line, column) => {
      const text = area.current
      if (!text) return
      const at = lineStart(text.value, line) + (column ?? 1) - 1
      text.focus()
      text.setSelectionRange(at, at)
      // Browsers tell only of selections that the reader makes.
      const place = positionAt(text.value, at)
      onCursor(place.line, place.column)
      text.scrollTop = Math.max(0, (line - 3) * LINE_HEIGHT)
    },
  }))
  useEffect(() => {
    const text = area.current
    if (text && marked) text.scrollTop = Math.max(0, (marked.line - 3) * LINE_HEIGHT)
  }, [marked])

  return (
    <div className="pg-plain">
      {marked ? <div className={`pg-plain-mark ${marked.effect}`} style={{ top: top(marked.line) }} /> : null}
      {problems.map(({ line, message }) => (
        <div
          key={`${String(line)}${message}`}
          className="pg-plain-mark problem"
          style={{ top: top(line) }}
          title={message}
        />
      ))}
      <pre className="pg-plain-lines" aria-hidden="true" style={{ transform: `translateY(${String(-scrolled)}px)` }}>
        {Array.from({ length: lines }, (_, at) => at + 1).join('\n')}
      </pre>
      <textarea
        ref={area}
        className="pg-plain-text"
        aria-label="Lua script"
        value={source}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        autoComplete="off"
        onChange={(event) => {
          onEdit(event.target.value)
        }}
        onSelect={({ currentTarget: text }) => {
          const { line, column } = positionAt(text.value, text.selectionStart)
          onCursor(line, column)
        }}
        onScroll={(event) => {
          setScrolled(event.currentTarget.scrollTop)
        }}
      />
    </div>
  )
}
