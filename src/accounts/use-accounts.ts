// The user's accounts: loaded once, then kept as the server answers each change.
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { type CallError } from '../contract/errors.ts'
import { createTurns } from '../look/turns.ts'
import { type Api, toFailure } from '../run/api.ts'
import { type Account, putAccount } from './account-data.ts'

export type AccountsState =
  { phase: 'loading' } | { phase: 'failed'; error: CallError } | { phase: 'ready'; accounts: Account[] }

export interface AccountChanges {
  put(account: Account): void
  /** Asks the server again: after what changes more than one account. */
  reload(): void
}

type Action =
  { type: 'loaded'; accounts: Account[] } | { type: 'failed'; error: CallError } | { type: 'put'; account: Account }

function reduce(state: AccountsState, action: Action): AccountsState {
  if (action.type === 'loaded') return { phase: 'ready', accounts: action.accounts }
  if (action.type === 'failed') return { phase: 'failed', error: action.error }
  return state.phase === 'ready' ? { phase: 'ready', accounts: putAccount(state.accounts, action.account) } : state
}

export function useAccounts(api: Api): [AccountsState, AccountChanges] {
  const [state, dispatch] = useReducer(reduce, { phase: 'loading' })
  const [begin] = useState(createTurns)
  const isWaiting = useRef(false)
  const reload = useCallback(() => {
    const isNewest = begin()
    isWaiting.current = true
    const show = (action: Action) => {
      if (!isNewest()) return
      isWaiting.current = false
      dispatch(action)
    }
    api.accounts.list.query().then(
      (accounts) => {
        show({ type: 'loaded', accounts })
      },
      (error: unknown) => {
        show({ type: 'failed', error: toFailure(error).error })
      },
    )
  }, [api, begin])
  useEffect(reload, [reload])
  const put = useCallback(
    (account: Account) => {
      dispatch({ type: 'put', account })
      // A list that is still on its way may not know of it.
      if (isWaiting.current) reload()
    },
    [reload],
  )
  return [state, { put, reload }]
}
