// Several choices of which any may be taken.
import { useId } from 'react'

interface Option {
  value: string
  label: string
  help?: string
}

interface CheckListProps {
  legend: string
  options: readonly Option[]
  chosen: readonly string[]
  error?: string | null
  onChange(chosen: string[]): void
}

export function CheckList({ legend, options, chosen, error, onChange }: CheckListProps) {
  const id = useId()
  return (
    <fieldset className="ac-checks" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {options.map(({ value, label, help }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => {
              const others = chosen.filter((other) => other !== value)
              onChange(event.target.checked ? [...others, value] : others)
            }}
          />
          <span>
            {label}
            {help ? <span className="ac-soft"> – {help}</span> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p className="ac-field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
