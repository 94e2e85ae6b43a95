// Saving a script under a link: as what, under which title, for whom.
import { type FormEvent, useId } from 'react'
import { type Snippet } from '../../contract/snippet.ts'
import { type SnippetTie } from '../script/drafts.ts'
import { type SaveFields, findSourceProblem, findTitleProblem } from './save-draft.ts'
import { OptionChoice } from './option-choice.tsx'
import { VisibilityChoice } from './visibility-choice.tsx'

interface SaveFormProps {
  source: string
  fields: SaveFields
  /** The reader's own link, whose next version this can be. */
  own: Snippet | null
  /** What a new link will name as its source. */
  forkOf: SnippetTie | null
  busy: boolean
  /** What the check for keys says of the title. */
  titleHoldsSecret: boolean
  onChange(fields: SaveFields): void
  onSave(): void
}

export function SaveForm({ source, fields, own, forkOf, busy, titleHoldsSecret, onChange, onSave }: SaveFormProps) {
  const id = useId()
  const { title, visibility, target } = fields
  const secret = titleHoldsSecret ? 'The title looks as if it held a key.' : null
  const titleProblem = findTitleProblem(title) ?? secret
  const sourceProblem = findSourceProblem(source)
  const next = own && target === 'version' ? own.newest + 1 : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (titleProblem) document.getElementById(id)?.focus()
    else if (!busy && !sourceProblem) onSave()
  }
  return (
    <form className="pg-form" noValidate onSubmit={submit}>
      {own ? (
        <TargetChoice
          own={own}
          target={target}
          onChoose={(chosen) => {
            onChange({ ...fields, target: chosen })
          }}
        />
      ) : null}
      <label htmlFor={id}>Title</label>
      <input
        id={id}
        className="pg-input"
        dir="auto"
        autoComplete="off"
        value={title}
        aria-invalid={titleProblem ? true : undefined}
        aria-describedby={titleProblem ? `${id}-problem` : undefined}
        onChange={(event) => {
          onChange({ ...fields, title: event.target.value })
        }}
      />
      {titleProblem ? (
        <p className="pg-field-problem" id={`${id}-problem`}>
          {titleProblem}
        </p>
      ) : null}
      {forkOf ? (
        <p className="pg-fork">
          It names what it was made from: <bdi>{forkOf.title}</bdi>, version {forkOf.version}.
        </p>
      ) : null}
      <VisibilityChoice
        visibility={visibility}
        onChoose={(chosen) => {
          onChange({ ...fields, visibility: chosen })
        }}
      />
      {sourceProblem ? (
        <p className="pg-refusal" role="alert">
          {sourceProblem}
        </p>
      ) : null}
      <button type="submit" className="btn primary" disabled={busy || sourceProblem !== null}>
        {busy ? 'Saving' : next === null ? 'Save as a link' : `Save version ${String(next)}`}
      </button>
    </form>
  )
}

interface TargetChoiceProps {
  own: Snippet
  target: SaveFields['target']
  onChoose(target: SaveFields['target']): void
}

function TargetChoice({ own, target, onChoose }: TargetChoiceProps) {
  const options: [SaveFields['target'], string, string][] = [
    [
      'version',
      `Version ${String(own.newest + 1)}`,
      'The link stays and shows this version; older ones stay as they are.',
    ],
    ['new', 'A new link', 'With versions of its own.'],
  ]
  return <OptionChoice legend="Save as" options={options} chosen={target} onChoose={onChoose} />
}
