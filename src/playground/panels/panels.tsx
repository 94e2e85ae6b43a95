// The dialog that is open, if one is.
import { type Dispatch } from 'react'
import { type Touches } from '../live/touches.ts'
import { type ScriptChanges } from '../script/use-scripts.ts'
import { type Action, type Panel } from '../state.ts'
import { DraftsDialog } from './drafts-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'

interface PanelsProps {
  panel: Panel | null
  touches: Touches
  scripts: ScriptChanges
  dispatch: Dispatch<Action>
}

export function Panels({ panel, touches, scripts, dispatch }: PanelsProps) {
  const close = () => {
    dispatch({ type: 'panel', panel: null })
  }
  switch (panel?.kind) {
    case undefined:
      return null
    case 'keys':
      return <KeysDialog onClose={close} />
    case 'link':
      return <LinkDialog url={panel.url} onClose={close} />
    case 'drafts':
      return <DraftsDialog listDrafts={scripts.listDrafts} onRestore={scripts.restore} onClose={close} />
    case 'take-over':
      return (
        <TakeOverDialog
          touches={touches}
          onClose={close}
          onTakeOver={() => {
            dispatch({ type: 'taken-over' })
          }}
        />
      )
  }
}
