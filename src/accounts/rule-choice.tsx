// Allow, ask or deny, for one kind of call.
import { type ReactNode, useId } from 'react'
import { type Rule } from './account-data.ts'

const WORDS: Record<Rule, string> = { allow: 'Allow', ask: 'Ask', deny: 'Deny' }

interface RuleChoiceProps {
  label: ReactNode
  rules: readonly Rule[]
  rule: Rule
  onChoose(rule: Rule): void
}

export function RuleChoice({ label, rules, rule, onChoose }: RuleChoiceProps) {
  const name = useId()
  return (
    <fieldset className="ac-rule">
      <legend>{label}</legend>
      <div className="ac-seg">
        {rules.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === rule}
              onChange={() => {
                onChoose(option)
              }}
            />
            <span>{WORDS[option]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
