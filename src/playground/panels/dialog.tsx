// A modal dialog of the browser: it traps the focus, closes on Esc and gives the focus back.
import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  title: string
  onClose(): void
  children: ReactNode
}

export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="pg-dialog"
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event) => {
        // A click beside the box lands on the dialog itself.
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="pg-dialog-box">
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" className="btn quiet" onClick={onClose}>
            Close
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
