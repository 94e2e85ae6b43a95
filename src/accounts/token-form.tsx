// Making a token: its name, what it may do, where, and for how long.
import { type FormEvent, useId, useState } from 'react'
import { type CatalogIndex } from '../contract/catalog.ts'
import { type Effect } from '../contract/effect.ts'
import { type Api } from '../run/api.ts'
import { CheckList } from './check-list.tsx'
import { ErrorNote } from './error-note.tsx'
import { FormButtons } from './form-buttons.tsx'
import { Field } from './field.tsx'
import { useRequest } from './use-request.ts'

type Made = Awaited<ReturnType<Api['tokens']['create']['mutate']>>

interface TokenFormProps {
  api: Api
  index: CatalogIndex
  onMade(made: Made): void
  onCancel(): void
}

const EFFECTS: { value: Effect; label: string; help: string }[] = [
  { value: 'read', label: 'Read', help: 'functions that change nothing, and the names of the accounts' },
  { value: 'write', label: 'Write', help: 'functions that add or change; each asks, unless --force answers' },
  { value: 'destructive', label: 'Destructive', help: 'functions that end what cannot be restored; each asks' },
]
const DAYS = [7, 30, 90, 365]

export function TokenForm({ api, index, onMade, onCancel }: TokenFormProps) {
  const { busy, error, send } = useRequest()
  const [name, setName] = useState('')
  const [effects, setEffects] = useState<Effect[]>(['read'])
  const [everywhere, setEverywhere] = useState(true)
  const [slugs, setSlugs] = useState<string[]>([])
  const [days, setDays] = useState(30)
  const [tried, setTried] = useState(false)
  const daysId = useId()
  const nameError = name.trim() ? null : 'Give it a name, by which you will know it again.'
  const effectError = effects.length ? null : 'Choose at least one kind of function.'
  const slugError = everywhere || slugs.length ? null : 'Choose at least one integration, or all of them.'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameError || effectError || slugError) return
    send(() => api.tokens.create.mutate({ name, effects, integrations: everywhere ? null : slugs, days }), onMade)
  }
  return (
    <form className="ac-form ac-card" noValidate aria-label="Make a token" onSubmit={submit}>
      <Field
        label="Name"
        value={name}
        maxLength={60}
        autoComplete="off"
        autoFocus
        placeholder="nightly report"
        error={tried ? nameError : null}
        onChange={(event) => {
          setName(event.target.value)
        }}
      />
      <CheckList
        legend="May call"
        options={EFFECTS}
        chosen={effects}
        error={tried ? effectError : null}
        onChange={(chosen) => {
          setEffects(chosen as Effect[])
        }}
      />
      <CheckList
        legend="On"
        options={[{ value: '*', label: 'All integrations', help: 'those that come later among them' }]}
        chosen={everywhere ? ['*'] : []}
        onChange={(chosen) => {
          setEverywhere(chosen.length > 0)
        }}
      />
      {everywhere ? null : (
        <CheckList
          legend="Integrations"
          options={index.integrations.map(({ slug, name: label }) => ({ value: slug, label }))}
          chosen={slugs}
          error={tried ? slugError : null}
          onChange={setSlugs}
        />
      )}
      <div className="ac-field">
        <div className="ac-field-head">
          <label htmlFor={daysId}>Ends after</label>
        </div>
        <select
          id={daysId}
          value={days}
          onChange={(event) => {
            setDays(Number(event.target.value))
          }}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {count === 365 ? '1 year' : `${String(count)} days`}
            </option>
          ))}
        </select>
      </div>
      <ErrorNote error={error} />
      <FormButtons label="Make the token" disabled={busy} onCancel={onCancel} />
    </form>
  )
}
