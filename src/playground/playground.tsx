// The playground page: it gathers the runner, the catalog, the session and the tab's script, then shows the workbench.
import { useEffect, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import './playground.css'
import { FailureBoundary } from './failure-boundary.tsx'
import { createPageParts, type PageAddresses } from './page-parts.ts'
import { Workbench } from './workbench.tsx'
import { draftStore } from './script/stores.ts'
import { openTab } from './script/open-address.ts'
import { type Opening } from './script/opening.ts'

export function Playground(addresses: PageAddresses) {
  const [parts] = useState(() => createPageParts(addresses))
  const [opened, setOpened] = useState<{ tabId: string; opening: Opening } | null>(null)
  const [index, setIndex] = useState<CatalogIndex | null>(null)

  useEffect(() => {
    void openTab().then(setOpened)
  }, [])
  useEffect(() => {
    // Without the index nothing can be said of the script in advance; a run reports the failure itself.
    parts.catalog.readIndex().then(setIndex, () => undefined)
    return () => {
      parts.runner.close()
    }
  }, [parts])

  if (!opened) return <div className="pg" aria-busy="true" />
  return (
    <FailureBoundary>
      <Workbench {...opened} {...parts} drafts={draftStore} index={index} />
    </FailureBoundary>
  )
}
