// The line at the foot: cursor, language, problems, draft, and the keys worth knowing.
import { withControl } from './keys.ts'
import { type SaveState } from './script/draft-saver.ts'

interface StatusLineProps {
  line: number
  column: number
  problems: number
  saved: SaveState
  onProblems(): void
  onKeys(): void
}

const SAVED: Record<SaveState, string> = {
  none: '',
  pending: 'Saving draft',
  saved: 'Draft saved in this tab',
  failed: 'Draft not saved: the browser gives no storage',
}

export function StatusLine({ line, column, problems, saved, onProblems, onKeys }: StatusLineProps) {
  return (
    <footer className="pg-status">
      <span>
        Ln {line}, Col {column}
      </span>
      <span className="pg-wide">Lua 5.4</span>
      {problems ? (
        <button type="button" className="pg-problems" onClick={onProblems}>
          {problems === 1 ? '1 problem' : `${String(problems)} problems`}
        </button>
      ) : (
        <span>No problems</span>
      )}
      <span className={saved === 'failed' ? 'pg-problems' : 'pg-wide'}>{SAVED[saved]}</span>
      <span className="pg-hints pg-wide">
        {withControl('⏎')} Run · {withControl('.')} Stop ·{' '}
        <button type="button" onClick={onKeys}>
          ? Keys
        </button>
      </span>
    </footer>
  )
}
