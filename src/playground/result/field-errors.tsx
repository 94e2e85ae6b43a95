// What the vendor says of single fields, and its own code of the error.
import { type CallError } from '../../contract/errors.ts'

export function FieldErrors({ error: { fields = [], vendorCode } }: { error: CallError }) {
  if (!fields.length && vendorCode === undefined) return null
  return (
    <dl className="pg-error-fields">
      {fields.map(({ name, message }, at) => (
        <div key={at}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{message}</dd>
        </div>
      ))}
      {vendorCode === undefined ? null : (
        <div>
          <dt>Vendor’s code</dt>
          <dd>
            <code>{vendorCode}</code>
          </dd>
        </div>
      )}
    </dl>
  )
}
