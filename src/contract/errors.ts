// The closed list of error codes of the whole product, and the error that carries one.
import * as z from './zod.ts'

interface ErrorKind {
  /** What the reader can do next, where the error itself brings no better hint. */
  hint: string
  /** Whether the same call may work when it is made again, unchanged. */
  retryable: boolean
}

/** Every code, with its default hint. The reference prints this table. */
export const ERROR_KINDS = {
  // Before anything is sent
  unknown_integration: { hint: 'Check the spelling; docs.list() names every integration.', retryable: false },
  unknown_function: { hint: 'Check the spelling against the page of the integration.', retryable: false },
  invalid_argument: { hint: 'Compare the arguments with the page of the function.', retryable: false },
  request_too_large: { hint: 'Send less at once.', retryable: false },
  call_limit: { hint: 'Split the work over several runs.', retryable: false },
  stale_page: { hint: 'Reload the page: the reference has changed since it was opened.', retryable: false },
  no_demo: { hint: 'Connect an account and run Live.', retryable: false },
  // Who is asking
  not_signed_in: { hint: 'Sign in; the script stays as it is.', retryable: false },
  no_account: { hint: 'Connect an account under Accounts, or name one that is connected.', retryable: false },
  missing_credentials: { hint: 'Fill in the missing fields of the account.', retryable: false },
  approval_required: { hint: 'Allow the call in the page that runs the script.', retryable: false },
  denied: { hint: 'Run again and allow the call, or change the permission under Accounts.', retryable: false },
  no_grant: { hint: 'Start a new run.', retryable: false },
  // What the vendor says
  refused_key: { hint: 'Replace the key under Accounts.', retryable: false },
  forbidden: { hint: 'Use a key that may do this.', retryable: false },
  not_found: { hint: 'Check the id; it may have been deleted.', retryable: false },
  conflict: { hint: 'Read the current state, then decide again.', retryable: false },
  payment_required: { hint: 'Check the plan or the credits at the vendor.', retryable: false },
  rate_limited: { hint: 'Wait, then run again.', retryable: true },
  vendor_error: { hint: 'Read the message of the vendor.', retryable: false },
  vendor_down: { hint: "Try again later; the vendor's status page may say more.", retryable: true },
  // On the way
  timeout: { hint: 'Ask for less at once, or try again.', retryable: true },
  reply_too_large: { hint: 'Ask for fewer items at once.', retryable: false },
  reply_not_json: { hint: 'Check the base URL of the account.', retryable: false },
  tls_failed: { hint: 'Check the base URL and the certificate of the host.', retryable: false },
  dns_failed: { hint: 'Check the host name in the base URL.', retryable: false },
  connection_failed: { hint: 'Check the base URL; the host did not accept the connection.', retryable: true },
  blocked_address: { hint: 'Use a public address of the vendor.', retryable: false },
  offline: { hint: 'Check the connection, then run again.', retryable: true },
  cancelled: { hint: 'Run again when you are ready.', retryable: false },
  // Of a run
  memory_limit: { hint: 'Keep less in memory at once.', retryable: false },
  cpu_limit: { hint: 'Look for a loop that never ends.', retryable: false },
  wall_limit: { hint: 'Split the work over several runs.', retryable: false },
  source_too_large: { hint: 'Shorten the script.', retryable: false },
  // Of the server's own API
  bad_request: { hint: 'Reload the page and try again.', retryable: false },
  name_taken: { hint: 'Choose another name.', retryable: false },
  secret_found: { hint: 'Move it to an account: the script then names the account alone.', retryable: false },
  internal: { hint: 'Try again; if it happens again, tell whoever hosts this site.', retryable: true },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof ERROR_KINDS
export const ErrorCode = z.enum(Object.keys(ERROR_KINDS) as [ErrorCode, ...ErrorCode[]])

/** What is wrong with one field, in the vendor's words. */
export const FieldError = z.object({ name: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** An error as it crosses a boundary: to Lua, to the page, to the log of calls. */
export const CallError = z.object({
  code: ErrorCode,
  /** What happened, in one sentence; never holds a secret. */
  message: z.string(),
  hint: z.string(),
  retryable: z.boolean(),
  /** HTTP status of the vendor, where there was a reply. */
  status: z.number().int().optional(),
  /** Seconds to wait, as the vendor said in Retry-After. */
  retryAfter: z.number().nonnegative().optional(),
  /** The vendor's own code of the error, where it has one. */
  vendorCode: z.string().optional(),
  /** What the vendor says of single fields; names are the vendor's. */
  fields: z.array(FieldError).optional(),
  integration: z.string().optional(),
  function: z.string().optional(),
  account: z.string().optional(),
})
export type CallError = z.infer<typeof CallError>

type Details = Partial<Omit<CallError, 'code' | 'message'>>

/** Longest message of an error, in UTF-16 code units: what repeats a huge value must not be huge itself. */
const MESSAGE_LENGTH = 1_000

function shortenMessage(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH).toWellFormed()}…` : message
}

/** Builds an error with the hint and retryability of its code, unless the details say better. */
export function callError(code: ErrorCode, message: string, details: Details = {}): CallError {
  const kind: ErrorKind = ERROR_KINDS[code]
  return { code, message: shortenMessage(message), hint: kind.hint, retryable: kind.retryable, ...details }
}

/** The throwable form of a {@link CallError}. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure'
  readonly error: CallError

  constructor(code: ErrorCode, message: string, details: Details = {}, options?: ErrorOptions) {
    super(message, options)
    this.error = callError(code, message, details)
  }
}
