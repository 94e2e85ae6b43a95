// The deliberate act by which a linked script becomes the reader's own, with accounts of the reader's own.
import { useState } from 'react'
import { type AccountChoice } from '../../contract/snippet.ts'
import { suggestChoice } from '../live/account-choice.ts'
import { AccountChoices } from '../live/account-choices.tsx'
import { type Session } from '../live/session.ts'
import { TouchList } from '../live/touch-list.tsx'
import { listAccounts, type Touches } from '../live/touches.ts'
import { Dialog } from './dialog.tsx'

interface TakeOverDialogProps {
  touches: Touches
  session: Session
  onTakeOver(accounts: AccountChoice): void
  onLeave(): void
  onClose(): void
}

export function TakeOverDialog({ touches, session, onTakeOver, onLeave, onClose }: TakeOverDialogProps) {
  const touched = listAccounts(touches)
  const [chosen, setChosen] = useState<AccountChoice | null>(null)
  const choice = chosen ?? suggestChoice(touched, session.accounts)
  return (
    <Dialog title="Take over this script?" onClose={onClose}>
      <p>
        A copy becomes your own draft. Then it can run Live, on your accounts: reads run at once, and each write asks
        you first.
      </p>
      <TouchList touches={touches} />
      <AccountChoices {...{ touched, session, choice, onLeave }} onChoose={setChosen} />
      <p className="pg-dialog-do">
        <button
          type="button"
          className="btn primary"
          onClick={() => {
            onTakeOver(choice)
          }}
        >
          Take over
        </button>
        <button type="button" className="btn" onClick={onClose}>
          Leave it as it is
        </button>
      </p>
    </Dialog>
  )
}
