// The deliberate act by which a linked script becomes the reader's own.
import { TouchList } from '../live/touch-list.tsx'
import { type Touches } from '../live/touches.ts'
import { Dialog } from './dialog.tsx'

interface TakeOverDialogProps {
  touches: Touches
  onTakeOver(): void
  onClose(): void
}

export function TakeOverDialog({ touches, onTakeOver, onClose }: TakeOverDialogProps) {
  return (
    <Dialog title="Take over this script?" onClose={onClose}>
      <p>
        A copy becomes your own draft. Then it can run Live, on the accounts that it names: reads run at once, and each
        write asks you first.
      </p>
      <TouchList touches={touches} />
      <p className="pg-dialog-do">
        <button type="button" className="btn primary" onClick={onTakeOver}>
          Take over
        </button>
        <button type="button" className="btn" onClick={onClose}>
          Leave it as it is
        </button>
      </p>
    </Dialog>
  )
}
