// The newest version of the link that a script belongs to, where it is the reader's own.
import { useEffect, useState } from 'react'
import { type Snippet } from '../../contract/snippet.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { type SnippetTie } from '../script/drafts.ts'

/** `loading`: not answered yet; null: there is none, or it is gone. */
export type OwnSnippet = Snippet | null | 'loading'

/** What it was when the dialog opened: a save in the dialog brings its own answer. */
export function useOwnSnippet(tie: SnippetTie | null, snippets: SnippetApi): OwnSnippet {
  const [id] = useState(tie?.mine ? tie.snippet : null)
  const [own, setOwn] = useState<OwnSnippet>(id === null ? null : 'loading')
  useEffect(() => {
    if (id === null) return
    let gone = false
    const show = (answer: OwnSnippet) => {
      if (!gone) setOwn(answer)
    }
    snippets.get(id, null).then(
      (snippet) => {
        show(snippet.mine ? snippet : null)
      },
      // Without an answer the form is of use all the same: saving says what is wrong.
      () => {
        show(null)
      },
    )
    return () => {
      gone = true
    }
  }, [id, snippets])
  return own
}
