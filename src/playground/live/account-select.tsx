// Choosing which of the reader's accounts stands for a name in the script.
interface AccountSelectProps {
  label: string
  choices: readonly string[]
  /** Null while it is open. */
  current: string | null
  /** What the open choice is called; without it there is none to go back to. */
  open?: string
  onChoose(account: string | null): void
}

export function AccountSelect({ label, choices, current, open, onChoose }: AccountSelectProps) {
  return (
    <select
      className="pg-select"
      aria-label={label}
      value={current ?? ''}
      onChange={(event) => {
        onChoose(event.target.value || null)
      }}
    >
      {open === undefined && current !== null ? null : <option value="">{open ?? 'Choose'}</option>}
      {choices.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  )
}

/** @example describePlace({ vendor: 'Clerk', account: 'work' }) // 'Account of Clerk for work' */
export function describePlace({ vendor, account }: { vendor: string; account: string | null }): string {
  return account === null ? `Account of ${vendor}` : `Account of ${vendor} for ${account}`
}
