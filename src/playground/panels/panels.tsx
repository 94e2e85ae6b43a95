// The dialog that is open, if one is.
import { type Dispatch } from 'react'
import { type CatalogIndex } from '../../contract/catalog.ts'
import { snippetPath } from '../../contract/snippet.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { type Live } from '../live/use-live.ts'
import { type Script } from '../script/script-state.ts'
import { ShareDialog } from '../share/share-dialog.tsx'
import { type ScriptChanges } from '../script/use-scripts.ts'
import { type Action, type Panel } from '../state.ts'
import { DraftsDialog } from './drafts-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'

interface PanelsProps {
  panel: Panel | null
  script: Script
  index: CatalogIndex | null
  snippets: SnippetApi
  live: Live
  scripts: ScriptChanges
  /** Shows a line of the script. */
  onJump(line: number): void
  dispatch: Dispatch<Action>
}

export function Panels({ panel, script, index, snippets, live, scripts, onJump, dispatch }: PanelsProps) {
  const close = () => {
    dispatch({ type: 'panel', panel: null })
  }
  const keep = () => {
    dispatch({ type: 'kept' })
  }
  switch (panel?.kind) {
    case undefined:
      return null
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'share':
      return (
        <ShareDialog
          {...{ script, index, snippets }}
          session={live.session}
          onClose={close}
          onLeave={keep}
          onTakeOver={() => {
            dispatch({ type: 'panel', panel: { kind: 'take-over' } })
          }}
          onJump={(line) => {
            close()
            onJump(line)
          }}
          onSaved={(snippet) => {
            history.replaceState(null, '', snippetPath(snippet.id))
            dispatch({ type: 'saved', snippet })
          }}
          onRevoked={() => {
            dispatch({ type: 'revoked' })
          }}
        />
      )
    case 'drafts':
      return <DraftsDialog listDrafts={scripts.listDrafts} onRestore={scripts.restore} onClose={close} />
    case 'take-over':
      return (
        <TakeOverDialog
          touches={live.touches}
          session={live.session}
          onClose={close}
          onLeave={keep}
          onTakeOver={(accounts) => {
            dispatch({ type: 'taken-over', accounts })
          }}
        />
      )
  }
}
