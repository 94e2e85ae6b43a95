// The reader's API tokens: loaded once, then kept in step with what is made and revoked here.
import { useEffect, useState } from 'react'
import { type CallError } from '../contract/errors.ts'
import { type Api, toFailure } from '../run/api.ts'

export type ApiToken = Awaited<ReturnType<Api['tokens']['list']['query']>>[number]

export type Tokens =
  { phase: 'loading' } | { phase: 'failed'; error: CallError } | { phase: 'ready'; rows: readonly ApiToken[] }

export function useTokens(api: Api): [Tokens, (change: (rows: readonly ApiToken[]) => readonly ApiToken[]) => void] {
  const [tokens, setTokens] = useState<Tokens>({ phase: 'loading' })
  useEffect(() => {
    api.tokens.list.query().then(
      (rows) => {
        setTokens({ phase: 'ready', rows })
      },
      (error: unknown) => {
        setTokens({ phase: 'failed', error: toFailure(error).error })
      },
    )
  }, [api])
  return [
    tokens,
    (change) => {
      setTokens((before) => (before.phase === 'ready' ? { ...before, rows: change(before.rows) } : before))
    },
  ]
}
