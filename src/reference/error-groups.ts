// When each error of the product happens, in the order in which a call meets them: the text of the page about errors.
import { type ErrorCode } from '../contract/errors.ts'

export interface ErrorGroup {
  title: string
  /** Code → what happened, in Markdown. */
  codes: Partial<Record<ErrorCode, string>>
}

export const ERROR_GROUPS: ErrorGroup[] = [
  {
    title: 'Before anything is sent',
    codes: {
      unknown_integration: 'No integration has this name. The message offers the nearest one.',
      unknown_function: 'The integration has no function of this name. The message offers the nearest one.',
      invalid_argument:
        'An argument is missing, misspelt or of the wrong kind: then nothing was sent. Or the vendor refused it: then `status` is set, and `fields` holds what the vendor says of single fields.',
      request_too_large: 'The arguments are longer than a call may carry, or the vendor takes less than was sent.',
      call_limit: 'The run has made as many calls as one run may.',
      stale_page:
        'The page was loaded before the reference changed, so that what it shows is no longer what the server does. Nothing was sent.',
      no_demo: 'The integration has no sample data to run on.',
    },
  },
  {
    title: 'Who is asking',
    codes: {
      not_signed_in: 'Live runs need a session, and there is none or it has ended.',
      no_account:
        'No account is connected under the name that the script uses, or none at all. Live never falls back to Demo.',
      missing_credentials: 'The account lacks the fields that this function needs, or one of them cannot be sent.',
      approval_required: 'The call has to be allowed first. The page asks; a script sees this only where nobody can.',
      denied: 'You said no, or the permissions of the account do.',
      no_grant: 'The run is over, or its script is not the text that the grant was given for.',
    },
  },
  {
    title: 'What the vendor says',
    codes: {
      refused_key: 'The vendor does not know the key (usually status 401): it is wrong, expired or revoked.',
      forbidden: 'The vendor knows the key, but it may not do this (usually 403).',
      not_found: 'What the call names does not exist at the vendor, or not for this key (404, 410).',
      conflict: 'The call contradicts the present state, as a name that is taken (409).',
      payment_required: 'The plan does not include it, or the credits are used up (402).',
      rate_limited:
        'Too many requests: the vendor says so (429), with `retry_after` where it names a time; or this server, when you make more calls at once or in a minute than it lets through.',
      vendor_error: 'The vendor refused the call for a reason of its own; the message is the vendor’s.',
      vendor_down: 'The vendor failed (5xx). A write may still have been done.',
    },
  },
  {
    title: 'On the way',
    codes: {
      timeout: 'No whole answer came within the time of a call. A write may still have been done.',
      reply_too_large: 'The answer is longer, or nested deeper, than a call may bring back. Reading stopped there.',
      reply_not_json: 'The answer is no JSON, as the HTML page of something that is not the vendor’s API.',
      tls_failed: 'No secure connection: the certificate is wrong or expired, or the host speaks no TLS.',
      dns_failed: 'The name of the host does not exist, or could not be looked up.',
      connection_failed:
        'The host refused the connection, did not take it in time, or broke it before the answer was whole.',
      blocked_address:
        'The address is not one of the vendor’s, leads into a private network, or is not https. Nothing was sent there.',
      offline: 'This browser could not reach the server of this site.',
      cancelled: 'The run was stopped while the call was under way. The connection to the vendor is closed with it.',
    },
  },
  {
    title: 'Of a run',
    codes: {
      memory_limit: 'The script holds more in memory than a run may.',
      cpu_limit: 'Lua computed longer than a run may. Waiting for calls does not count.',
      wall_limit: 'The run took longer than a run may, waiting included.',
      source_too_large: 'The script is longer than a run takes.',
    },
  },
  {
    title: 'Of this site’s own pages',
    codes: {
      bad_request: 'The page sent something that the server does not take.',
      name_taken: 'Something of yours already has this name.',
      secret_found: 'The script holds text that looks like a key or a password, so it is not saved or shared.',
      internal: 'A fault of this site. It is in the server’s log; nothing of it is shown.',
    },
  },
]

/** What happened when an error has this code. */
export function explainError(code: ErrorCode): string {
  return ERROR_GROUPS.map(({ codes }) => codes[code]).find((text) => text !== undefined) ?? ''
}
