// What is needed less often: a new script, kept drafts, fresh sample data, the keys.
import { useRef } from 'react'
import { MoreIcon } from './icons.tsx'

interface MoreMenuProps {
  onNew(): void
  onDrafts(): void
  onReset(): void
  onKeys(): void
}

export function MoreMenu({ onNew, onDrafts, onReset, onKeys }: MoreMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const choose = (action: () => void) => () => {
    menu.current?.hidePopover()
    action()
  }
  return (
    <>
      <button type="button" className="btn quiet" popoverTarget="pg-more" aria-label="More">
        <MoreIcon />
      </button>
      <div className="pg-menu" id="pg-more" popover="auto" ref={menu}>
        <button type="button" onClick={choose(onNew)}>
          New script
        </button>
        <button type="button" onClick={choose(onDrafts)}>
          Restore a draft
        </button>
        <button type="button" onClick={choose(onReset)}>
          Reset sample data
        </button>
        <button type="button" onClick={choose(onKeys)}>
          Keys
        </button>
        <a href="/integrations/">Functions</a>
        <a href="/links/">My links</a>
        <a href="/accounts/">Accounts</a>
      </div>
    </>
  )
}
