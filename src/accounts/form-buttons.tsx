// The last line of a form: the button that sends it and the one that gives up.

export interface FormButtonsProps {
  /** What sending does: `Rename`, `Save`. */
  label: string
  disabled: boolean
  onCancel(): void
}

export function FormButtons({ label, disabled, onCancel }: FormButtonsProps) {
  return (
    // Pressing a button must not blur a field: its error would come up and move the button from under the pointer.
    <p
      className="ac-do"
      onMouseDown={(event) => {
        event.preventDefault()
      }}
    >
      <button type="submit" className="btn primary" disabled={disabled}>
        {label}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        Cancel
      </button>
    </p>
  )
}
