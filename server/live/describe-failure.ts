// The error of a Live call, as Lua and the page get it.
import { type FunctionDefinition, type IntegrationDefinition } from '../../src/contract/definition.ts'
import { type CallError, type CallFailure } from '../../src/contract/errors.ts'
import { LostReply } from '../egress/failure.ts'
import { type Redactor } from '../egress/redact.ts'

/**
 * Names the call, and takes credentials out of the texts: the vendor may have quoted them. When a reply was lost and a
 * second call could do the thing twice, the error is not retryable.
 */
export function describeFailure(
  failure: CallFailure,
  integration: IntegrationDefinition,
  fn: FunctionDefinition,
  redact: Redactor,
): CallError {
  const { error } = failure
  const described = {
    ...error,
    message: redact(error.message),
    hint: redact(error.hint),
    integration: integration.slug,
    function: fn.name,
  }
  const repeatable = fn.effect === 'read' || fn.idempotent
  if (!(failure instanceof LostReply) || repeatable) return described
  const hint = `${integration.name} may have received it: check whether it was done before you call again.`
  return { ...described, retryable: false, hint }
}
