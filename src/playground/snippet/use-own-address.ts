// Moves the page to the playground once its script is no longer that of the address.
import { useEffect } from 'react'
import { type Script } from '../script/script-state.ts'
import { isAtHome } from './own-address.ts'

export function useOwnAddress({ snippet, origin }: Script): void {
  useEffect(() => {
    if (!isAtHome(location.pathname, { snippet, origin })) history.replaceState(null, '', '/playground/')
  }, [snippet, origin])
}
