// The state of the playground and how it changes: one script, at most one run, what is open.
import { type RunProblem } from '../contract/run.ts'
import { type Mode } from '../contract/script.ts'
import { type AccountChoice, type Snippet } from '../contract/snippet.ts'
import { type RunEvent } from '../run/run-events.ts'
import { type Notice } from './notice.ts'
import { type ResultTabName } from './result/result-pane.tsx'
import { applyEvent, beginRun, type RunState, settleApproval } from './run/run-state.ts'
import { type Opening } from './script/opening.ts'
import { editScript, saveScript, type Script, takeOver, unlockScript } from './script/script-state.ts'

/** The dialog that lies over the page. */
export type Panel = { kind: 'keys' } | { kind: 'drafts' } | { kind: 'take-over' } | { kind: 'share' }

export interface State {
  script: Script
  /** The saved script whose address this page has. */
  snippet: Snippet | null
  mode: Mode
  run: RunState | null
  tab: ResultTabName
  /** Whether the reader chose the tab since the run began: then it stays. */
  tabChosen: boolean
  /** What Lua's parser says of the text. */
  syntax: RunProblem | null
  panel: Panel | null
  notice: Notice | null
}

export type Action =
  | { type: 'edited'; source: string }
  | { type: 'opened'; opening: Opening }
  | { type: 'unlocked' }
  | { type: 'taken-over'; accounts: AccountChoice }
  | { type: 'accounts'; accounts: AccountChoice }
  /** The reader is about to go and come back: what is here is worth a draft. */
  | { type: 'kept' }
  | { type: 'saved'; snippet: Snippet }
  | { type: 'revoked' }
  | { type: 'mode'; mode: Mode }
  | { type: 'tab'; tab: ResultTabName }
  | { type: 'started'; mode: Mode; now: number }
  | { type: 'events'; events: readonly RunEvent[]; now: number }
  | { type: 'decided'; now: number }
  | { type: 'checked'; source: string; problem: RunProblem | null }
  | { type: 'panel'; panel: Panel | null }
  | { type: 'notice'; notice: Notice | null }

export function beginState({ script, notice, snippet }: Opening, mode: Mode): State {
  return {
    script,
    snippet,
    mode: script.origin === 'link' ? 'demo' : mode,
    run: null,
    tab: 'output',
    tabChosen: false,
    syntax: null,
    panel: null,
    notice,
  }
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'edited':
      return { ...state, script: editScript(state.script, action.source) }
    case 'opened':
      return { ...beginState(action.opening, state.mode), run: state.run, tab: state.tab }
    case 'unlocked':
      return { ...state, script: unlockScript(state.script) }
    case 'taken-over':
      return { ...state, script: takeOver(state.script, action.accounts), snippet: null, panel: null }
    case 'accounts':
      return { ...state, script: { ...state.script, accounts: action.accounts, touched: true } }
    case 'kept':
      return { ...state, script: { ...state.script, touched: true } }
    case 'saved':
      // It may have been edited while it was saved: the draft goes on from what is in the editor.
      return { ...state, snippet: action.snippet, script: saveScript(state.script, action.snippet) }
    case 'revoked': {
      const notice: Notice = { text: 'The link is revoked: whoever opens it now finds nothing.', tone: 'plain' }
      return { ...state, snippet: null, script: { ...state.script, snippet: null, touched: true }, panel: null, notice }
    }
    case 'mode':
      // A linked script never runs Live, whatever asked for it. One that is to run Live is worth keeping: the way there
      // may lead over sign-in and back.
      if (state.script.origin === 'link') return { ...state, mode: 'demo' }
      return { ...state, mode: action.mode, script: { ...state.script, touched: true } }
    case 'tab':
      return { ...state, tab: action.tab, tabChosen: true }
    case 'started': {
      const run = beginRun((state.run?.id ?? 0) + 1, action.mode, state.script.source, action.now)
      return { ...state, run, tab: 'output', tabChosen: false }
    }
    case 'events':
      return action.events.reduce((next, event) => followRun(next, event, action.now), state)
    case 'decided':
      return state.run ? { ...state, run: settleApproval(state.run, action.now) } : state
    case 'checked':
      return action.source === state.script.source ? { ...state, syntax: action.problem } : state
    case 'panel':
      return { ...state, panel: action.panel }
    case 'notice':
      return { ...state, notice: action.notice }
  }
}

function followRun(state: State, event: RunEvent, now: number): State {
  if (!state.run) return state
  const run = applyEvent(state.run, event, now)
  return { ...state, run, tab: chooseTab(state, run, event) }
}

/** A question must be seen; a run that only returns something shows that; else the reader's choice stands. */
function chooseTab(state: State, run: RunState, event: RunEvent): ResultTabName {
  if (event.type === 'approval') return 'calls'
  if (event.type !== 'done' || (state.tabChosen && state.tab !== 'calls')) return state.tab
  if (!event.result.ok) return 'output'
  return !run.output.lines && event.result.values.length ? 'result' : state.tabChosen ? state.tab : 'output'
}
