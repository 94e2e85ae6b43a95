// What an editor of the page takes and offers, be it Monaco or the plain one.
import { type Ref } from 'react'
import { type Effect } from '../../contract/effect.ts'

/** A problem at a line of the script; line and column from 1. */
export interface EditorProblem {
  line: number
  /** Where it begins on the line; null where only the line is known. */
  column: number | null
  message: string
}

/** A line that the page points at: a call that waits for a decision. */
export interface MarkedLine {
  line: number
  effect: Effect
}

export interface EditorHandle {
  focus(): void
  /** Shows the line, puts the cursor there (at its first word without a column) and takes the focus. */
  reveal(line: number, column?: number | null): void
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
