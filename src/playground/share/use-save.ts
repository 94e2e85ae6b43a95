// One save at a time: under way, done, or refused.
import { useState } from 'react'
import { type SaveSnippet, type Snippet } from '../../contract/snippet.ts'
import { toFailure } from '../../run/api.ts'
import { type SnippetApi } from '../../run/snippets.ts'
import { describeRefusal, type SaveRefusal } from './save-draft.ts'

export interface Save {
  busy: boolean
  /** What was saved last. */
  saved: Snippet | null
  refused: SaveRefusal | null
  send(input: SaveSnippet): void
}

export function useSave(snippets: SnippetApi, onSaved: (snippet: Snippet) => void): Save {
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Snippet | null>(null)
  const [refused, setRefused] = useState<SaveRefusal | null>(null)
  return {
    busy,
    saved,
    refused,
    send(input) {
      if (busy) return
      setBusy(true)
      setRefused(null)
      snippets
        .save(input)
        .then(
          ({ id, version }) => {
            const snippet = makeSnippet(input, id, version)
            setSaved(snippet)
            onSaved(snippet)
          },
          (error: unknown) => {
            setRefused(describeRefusal(toFailure(error).error, input))
          },
        )
        .finally(() => {
          setBusy(false)
        })
    },
  }
}

/** What the server has now, as it would answer it to the owner. */
function makeSnippet(input: SaveSnippet, id: string, version: number): Snippet {
  const { source, title, visibility, forkOf = null } = input
  const savedAt = new Date().toISOString()
  return { id, version, newest: version, title, source, visibility, owner: '', mine: true, savedAt, forkOf }
}
