// A call that asks for consent, in words: function, account, arguments and the request that would be sent.
import { type ApprovalRequest } from '../../contract/call.ts'

/** A longer text would push what matters out of sight. */
const MAX_CHARS = 2_000

/** Lines without a break at the end; nothing in them steers a terminal, whatever a script put into its arguments. */
export function describeApproval(request: ApprovalRequest): string {
  const { integration, function: name, account, effect, preview, readFrom = [] } = request
  const undo = effect === 'destructive' ? ', which cannot be undone' : ''
  return [
    `${integration}.${name} on the account ${account} is ${effect === 'destructive' ? 'destructive' : 'a write'}${undo}:`,
    `  ${show(request.arguments)}`,
    `  ${preview.method} ${show(preview.url)}`,
    ...(preview.body === null ? [] : [`  ${show(preview.body)}`]),
    ...(readFrom.length ? [`  This run has read from ${readFrom.join(', ')}; that data could leave with it.`] : []),
  ].join('\n')
}

function show(text: string): string {
  const rest = text.length - MAX_CHARS
  const kept = rest > 0 ? `${text.slice(0, MAX_CHARS).toWellFormed()}… (${rest} characters more)` : text
  // Control characters, and those that turn the direction of text.
  return kept.replaceAll(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
