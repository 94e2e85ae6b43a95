// Share: the link of the script goes to the clipboard, or is shown to be copied by hand.
import { type Dispatch, useState } from 'react'
import { type Action } from '../state.ts'
import { encodeLink } from './share-link.ts'

const SHOWN_MS = 2500

/** @returns whether the link was just copied, and what makes and copies it */
export function useShare(source: string, dispatch: Dispatch<Action>): [shared: boolean, share: () => void] {
  const [shared, setShared] = useState(false)

  const share = async () => {
    let url: string
    try {
      url = `${location.origin}/playground/${await encodeLink(source)}`
    } catch (error) {
      const text = error instanceof RangeError ? error.message : 'This browser cannot make a link of the script.'
      dispatch({ type: 'notice', notice: { text, tone: 'error' } })
      return
    }
    try {
      await navigator.clipboard.writeText(url)
      setShared(true)
      setTimeout(() => {
        setShared(false)
      }, SHOWN_MS)
    } catch {
      dispatch({ type: 'panel', panel: { kind: 'link', url } })
    }
  }
  return [shared, () => void share()]
}
