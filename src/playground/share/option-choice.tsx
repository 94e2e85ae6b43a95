// One of a few options, each with a sentence of what it means.
import { useId } from 'react'

interface OptionChoiceProps<Value extends string> {
  legend: string
  options: readonly (readonly [value: Value, label: string, meaning: string])[]
  chosen: Value
  onChoose(value: Value): void
}

export function OptionChoice<Value extends string>({ legend, options, chosen, onChoose }: OptionChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="pg-options">
      <legend>{legend}</legend>
      {options.map(([value, label, meaning]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => {
              onChoose(value)
            }}
          />
          <span>
            <b>{label}</b> <span>{meaning}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
