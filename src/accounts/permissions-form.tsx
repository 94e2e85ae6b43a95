// What scripts may do on one account without asking, by effect and for single functions.
import { useState } from 'react'
import { type IntegrationDefinition } from '../contract/definition.ts'
import { Effect } from '../contract/effect.ts'
import { type Api } from '../run/api.ts'
import { type Account, type Rule, ruleOf, RULES } from './account-data.ts'
import { ErrorNote } from './error-note.tsx'
import { RuleChoice } from './rule-choice.tsx'
import { useRequest } from './use-request.ts'

interface PermissionsFormProps {
  api: Api
  account: Account
  definition: IntegrationDefinition
  onChanged(account: Account): void
}

const EFFECT_WORDS: Record<Effect, string> = { read: 'Reads', write: 'Writes', destructive: 'Destructive calls' }

export function PermissionsForm({ api, account, definition, onChanged }: PermissionsFormProps) {
  const { busy, error, send } = useRequest()
  const [picked, setPicked] = useState('')
  // What was just chosen stands while the server is asked; its answer, or the old rule after a refusal, comes next.
  const [wanted, setWanted] = useState<{ subject: string; rule: Rule } | null>(null)
  const single = account.permissions.filter(({ kind }) => kind === 'function')
  const free = definition.functions.filter(({ name }) => !single.some(({ subject }) => subject === name))
  const rulesFor = (name: string) => RULES[definition.functions.find((fn) => fn.name === name)?.effect ?? 'read']
  const show = (subject: string, rule: Rule) => (busy && wanted?.subject === subject ? wanted.rule : rule)
  const setRule = (subject: { effect: Effect } | { function: string }, rule: Rule) => {
    setWanted({ subject: 'effect' in subject ? subject.effect : subject.function, rule })
    send(() => api.permissions.set.mutate({ account: account.id, ...subject, rule }), onChanged)
  }

  return (
    <div className="ac-permissions" aria-busy={busy}>
      {Effect.options.map((effect) => (
        <RuleChoice
          key={effect}
          label={EFFECT_WORDS[effect]}
          rules={RULES[effect]}
          rule={show(effect, ruleOf(account, effect))}
          onChoose={(rule) => {
            setRule({ effect }, rule)
          }}
        />
      ))}
      {single.map(({ subject, rule }) => (
        <RuleChoice
          key={subject}
          label={<code>{subject}</code>}
          rules={rulesFor(subject)}
          rule={show(subject, rule)}
          onChoose={(next) => {
            setRule({ function: subject }, next)
          }}
        />
      ))}
      <p className="ac-do">
        <select
          className="ac-select"
          aria-label="Function for a rule of its own"
          value={picked}
          onChange={(event) => {
            setPicked(event.target.value)
          }}
        >
          <option value="">A rule for one function…</option>
          {free.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button
          type="button"
          className="btn"
          disabled={!picked}
          onClick={() => {
            setRule({ function: picked }, 'ask')
            setPicked('')
          }}
        >
          Ask for it each time
        </button>
      </p>
      <p className="ac-soft">
        No rule allows a destructive call in advance, nor one that could carry data from one integration to another:
        these ask each time, unless they are denied.
      </p>
      <ErrorNote error={error} />
    </div>
  )
}
