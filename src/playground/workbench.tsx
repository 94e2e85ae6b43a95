// The playground once everything is at hand: it ties the script, the run and what is shown of them together.
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type AccountChoice } from '../contract/snippet.ts'
import { type Runner } from '../run/run-events.ts'
import { Announcer } from './announcer.tsx'
import { type EditorHandle } from './editor/editor.ts'
import { EditorPane } from './editor/editor-pane.tsx'
import { AccountChips } from './live/account-chips.tsx'
import { LivePanel } from './live/live-panel.tsx'
import { listAccounts } from './live/touches.ts'
import { useLive } from './live/use-live.ts'
import { type ReadSession } from './live/use-session.ts'
import { MoreMenu } from './more-menu.tsx'
import { LinkedBanner } from './panels/linked-banner.tsx'
import { NoticeLine } from './panels/notice-line.tsx'
import { Panels } from './panels/panels.tsx'
import { findProblems, findMarked } from './problems.ts'
import { ResultPane, type ResultTabName } from './result/result-pane.tsx'
import { useRun } from './run/use-run.ts'
import { type SnippetApi } from '../run/snippets.ts'
import { usePageTitle } from './snippet/use-page-title.ts'
import { useOwnAddress } from './snippet/use-own-address.ts'
import { OwnBanner } from './snippet/own-banner.tsx'
import { type DraftStore } from './script/drafts.ts'
import { keepMode, readMode } from './live/kept-mode.ts'
import { type Opening } from './script/opening.ts'
import { normalizeLines } from './script/script-state.ts'
import { titleOf } from './script/script-title.ts'
import { useDraft } from './script/use-draft.ts'
import { useScripts } from './script/use-scripts.ts'
import { useSyntaxCheck } from './script/use-syntax-check.ts'
import { beginState, reduce } from './state.ts'
import { StatusLine } from './status-line.tsx'
import { Toolbar } from './toolbar.tsx'
import { useShortcuts } from './use-shortcuts.ts'

export interface WorkbenchProps {
  opening: Opening
  /** Id of this tab's draft. */
  tabId: string
  drafts: DraftStore
  runner: Runner
  /** Null until it is loaded. */
  index: CatalogIndex | null
  readSession: ReadSession
  snippets: SnippetApi
}

export function Workbench({ opening, tabId, drafts, runner, index, readSession, snippets }: WorkbenchProps) {
  const [state, dispatch] = useReducer(reduce, opening, (first) => beginState(first, readMode()))
  const { script, snippet, run, mode } = state
  const editor = useRef<EditorHandle>(null)
  const over = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState({ line: 1, column: 1 })
  const [jump] = useState(() => (line: number, column?: number | null) => editor.current?.reveal(line, column))

  const { saved, noteEdit } = useDraft(script, tabId, drafts)
  const scripts = useScripts({ script, id: tabId, store: drafts, snippets, dispatch })
  const controls = useRun(runner, dispatch)
  const asking = state.panel?.kind === 'take-over' || state.panel?.kind === 'share'
  const live = useLive({ script, mode, asking, index, readSession })
  const edited = snippet !== null && script.source !== normalizeLines(snippet.source)
  useOwnAddress(script)
  usePageTitle(snippet?.title ?? null)
  useSyntaxCheck(runner, script.source, dispatch)

  const running = run !== null && run.phase !== 'done'
  const start = () => {
    // What is missing stands above the editor; the way to it takes the focus.
    if (live.blocked) over.current?.querySelector('a')?.focus()
    else if (!running) controls.start(script, mode, live.session.accounts)
  }
  const showKeys = () => {
    dispatch({ type: 'panel', panel: { kind: 'keys' } })
  }
  useShortcuts({ run: start, stop: controls.stop, keys: showKeys })
  const chooseAccounts = (accounts: AccountChoice) => {
    dispatch({ type: 'accounts', accounts })
  }
  const problems = useMemo(() => findProblems(script.source, run, state.syntax), [script.source, run, state.syntax])
  const marked = useMemo(() => findMarked(run), [run])
  const chooseTab = useCallback((tab: ResultTabName) => {
    dispatch({ type: 'tab', tab })
  }, [])
  useEffect(() => {
    keepMode(mode)
  }, [mode])

  return (
    <div className="pg">
      <Toolbar
        running={running}
        blocked={live.blocked}
        mode={mode}
        liveOffered={script.origin !== 'link'}
        title={snippet ? null : titleOf(script.source)}
        chips={
          <AccountChips
            touched={listAccounts(live.touches)}
            mode={mode}
            accounts={live.session.accounts}
            choice={script.accounts}
            onChoose={chooseAccounts}
          />
        }
        menu={
          <MoreMenu
            onNew={scripts.begin}
            onDrafts={() => {
              dispatch({ type: 'panel', panel: { kind: 'drafts' } })
            }}
            onReset={() => {
              runner.reset()
              dispatch({ type: 'notice', notice: { text: 'The sample data is as it was at first.', tone: 'plain' } })
            }}
            onKeys={showKeys}
          />
        }
        onRun={start}
        onStop={controls.stop}
        onMode={(next) => {
          dispatch({ type: 'mode', mode: next })
        }}
        onShare={() => {
          dispatch({ type: 'panel', panel: { kind: 'share' } })
        }}
      />
      <div className="pg-progress" data-on={running && run.phase === 'running'} />
      <div className="pg-over">
        {state.notice ? (
          <NoticeLine
            notice={state.notice}
            onUndo={scripts.restore}
            onClose={() => {
              dispatch({ type: 'notice', notice: null })
            }}
          />
        ) : null}
        {script.origin === 'link' ? (
          <LinkedBanner
            snippet={snippet}
            edited={edited}
            touches={live.touches}
            readOnly={script.readOnly}
            running={running}
            ran={run !== null}
            onRunDemo={start}
            onEdit={() => {
              dispatch({ type: 'unlocked' })
              editor.current?.focus()
            }}
            onTakeOver={() => {
              dispatch({ type: 'panel', panel: { kind: 'take-over' } })
            }}
          />
        ) : null}
        {script.origin !== 'link' && snippet ? <OwnBanner snippet={snippet} edited={edited} /> : null}
        <div aria-live="polite" ref={over}>
          {mode === 'live' ? (
            <LivePanel
              needs={live.needs}
              accounts={live.session.accounts}
              choice={script.accounts}
              onChoose={chooseAccounts}
            />
          ) : null}
        </div>
      </div>
      <main className="pg-work">
        <EditorPane
          source={script.source}
          readOnly={script.readOnly}
          problems={problems}
          marked={marked}
          handle={editor}
          onEdit={(source) => {
            noteEdit(source)
            dispatch({ type: 'edited', source })
          }}
          onCursor={(line, column) => {
            setCursor({ line, column })
          }}
        />
        <ResultPane
          run={run}
          tab={state.tab}
          index={index}
          onTab={chooseTab}
          onJump={jump}
          onDecide={controls.decide}
        />
      </main>
      <StatusLine
        {...cursor}
        problems={problems.length}
        saved={saved}
        onProblems={() => {
          jump(problems[0]?.line ?? 1)
        }}
        onKeys={showKeys}
      />
      <Announcer run={run} />
      <Panels panel={state.panel} {...{ script, index, snippets, live, scripts, dispatch }} onJump={jump} />
    </div>
  )
}
