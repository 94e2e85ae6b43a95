// What an editor of the page takes and offers, be it Monaco or the plain one.
import { type Ref } from 'react'
import { type Effect } from '../../contract/effect.ts'

/** A problem at a line of the script, both 1-based. */
export interface EditorProblem {
  line: number
  message: string
}

/** A line that the page points at: a call that waits for a decision. */
export interface MarkedLine {
  line: number
  effect: Effect
}

export interface EditorHandle {
  focus(): void
  /** Shows the line, puts the cursor there and takes the focus. */
  reveal(line: number): void
}

export interface EditorProps {
  source: string
  readOnly: boolean
  problems: readonly EditorProblem[]
  marked: MarkedLine | null
  handle: Ref<EditorHandle>
  onEdit(source: string): void
  /** Line and column of the cursor, from 1. */
  onCursor(line: number, column: number): void
}

export const EDITOR_LABEL = 'Lua script. Control M changes whether Tab indents or leaves the editor.'
