// What the editor marks: where the script does not parse, where it failed, and the call that waits.
import { type RunProblem } from '../contract/run.ts'
import { type EditorProblem, type MarkedLine } from './editor/editor.ts'
import { type RunState } from './run/run-state.ts'

/** Problems, one for a line. That of a run counts only while the text is still the one that ran. */
export function findProblems(source: string, run: RunState | null, syntax: RunProblem | null): EditorProblem[] {
  const failed = run?.result?.ok === false && run.source === source ? run.result.problem : null
  const found: EditorProblem[] = []
  for (const problem of [syntax, failed?.kind === 'stopped' ? null : failed]) {
    if (problem?.line && !found.some(({ line }) => line === problem.line)) {
      found.push({ line: problem.line, column: problem.column, message: problem.message })
    }
  }
  return found
}

/** The line of the call that waits for a decision. */
export function findMarked(run: RunState | null): MarkedLine | null {
  const waiting = run?.approval
  const line = run?.calls.find(({ number }) => number === waiting?.number)?.call.line
  return waiting && line ? { line, effect: waiting.request.effect } : null
}
