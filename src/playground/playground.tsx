// The playground page: it gathers the runner, the catalog, the session and the tab's script, then shows the workbench.
import { useEffect, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type CallFailure } from '../contract/errors.ts'
import { toFailure } from '../run/api.ts'
import './playground.css'
import { FailureBoundary } from './failure-boundary.tsx'
import { createPageParts, type PageAddresses } from './page-parts.ts'
import { isSnippetPage, openTab } from './script/open-address.ts'
import { type Opening } from './script/opening.ts'
import { draftStore } from './script/stores.ts'
import { LinkFailure, LinkLoading } from './snippet/link-pages.tsx'
import { Workbench } from './workbench.tsx'

type Opened = { tabId: string; opening: Opening } | { failure: CallFailure }

export function Playground(addresses: PageAddresses) {
  const [parts] = useState(() => createPageParts(addresses))
  const [opened, setOpened] = useState<Opened | null>(null)
  const [index, setIndex] = useState<CatalogIndex | null>(null)

  useEffect(() => {
    openTab(parts.snippets).then(setOpened, (error: unknown) => {
      setOpened({ failure: toFailure(error) })
    })
  }, [parts])
  useEffect(() => {
    // Without the index nothing can be said of the script in advance; a run reports the failure itself.
    parts.catalog.readIndex().then(setIndex, () => undefined)
    return () => {
      parts.runner.close()
    }
  }, [parts])

  if (!opened) return isSnippetPage() ? <LinkLoading /> : <div className="pg" aria-busy="true" />
  if ('failure' in opened) return <LinkFailure error={opened.failure.error} readSession={parts.readSession} />
  return (
    <FailureBoundary>
      <Workbench {...opened} {...parts} drafts={draftStore} index={index} />
    </FailureBoundary>
  )
}
