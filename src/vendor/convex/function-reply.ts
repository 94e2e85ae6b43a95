// What a function of Convex answered: its value, or the error that its failure means.
import { CallFailure, type ErrorCode } from '../../contract/errors.ts'
import { type VendorReply } from '../../contract/http.ts'
import { isObject, type Value } from '../../contract/value.ts'
import { type HandlerContext } from '../handler.ts'
import { tidyText } from '../tidy-text.ts'

/** A function that fails tells no code, only text. These are the texts that say more than "failed", as the backend writes them. */
const MEANINGS: readonly (readonly [said: RegExp, code: ErrorCode, hint?: string])[] = [
  [/on nonexistent document ID/, 'not_found'],
  // patchDocumentsFields reads `_id` of a document that is not there.
  [/of null \(reading '_id'\)/, 'not_found', 'No document has this id; it may have been deleted.'],
  [
    /Unable to decode ID|Table for ID/,
    'invalid_argument',
    'An id is the `_id` of a document, as query_documents tells it.',
  ],
  [
    /InvalidCursor|parse cursor/,
    'invalid_argument',
    'Use `cursor` with the table, filter and order that it came from.',
  ],
  [/does not match the schema/, 'invalid_argument', 'Compare the fields with get_table.'],
  [
    /doesn't match '_(?:id|creationTime)' field/,
    'invalid_argument',
    '`_id` and `_creationTime` are Convex’s own and stay as they are: leave them out.',
  ],
  [/Invalid arguments? |ArgumentValidationError|starts with an underscore|are read-only/, 'invalid_argument'],
  // A document beyond what Convex stores.
  [/is too (?:long|large|nested) \(|has too many fields \(/, 'invalid_argument'],
  [/do not have permission/, 'forbidden', 'Make a deploy key that may view data, and write data.'],
  [/exceeded (?:the free plan limits|your spending limits|a configured usage limit)/, 'payment_required'],
]

/**
 * The value that a function returned.
 *
 * @throws CallFailure for a reply that is no success, and for a function that failed, with Convex's own text
 */
export function readFunctionValue(context: HandlerContext, reply: VendorReply): Value {
  const json = readOrTranslate(context, reply)
  if (!isObject(json) || json['status'] !== 'success' || json['value'] === undefined) {
    throw unreadable(context, reply.status)
  }
  return json['value']
}

function readOrTranslate({ read }: HandlerContext, reply: VendorReply): Value {
  try {
    return read(reply)
  } catch (error) {
    throw error instanceof CallFailure ? translate(error) : error
  }
}

function translate(failure: CallFailure): CallFailure {
  const { code, message, status } = failure.error
  const meaning = code === 'vendor_error' && MEANINGS.find(([said]) => said.test(message))
  if (!meaning) return failure
  const [, meant, hint] = meaning
  return new CallFailure(meant, message, {
    ...(status !== undefined && { status }),
    ...(hint !== undefined && { hint }),
  })
}

/** Convex lists what is wrong with a filter in place of documents; the error that this is, or null. */
export function refusedFilter(value: Value): CallFailure | null {
  const page = isObject(value) && Array.isArray(value['page']) ? value['page'] : []
  const problems = page.flatMap((entry) =>
    isObject(entry) && !Object.hasOwn(entry, '_id') && typeof entry['error'] === 'string' ? [entry['error']] : [],
  )
  return problems.length ? new CallFailure('invalid_argument', tidyText(problems.join(' '))) : null
}

/** A reply that is none of the forms in which Convex answers. */
export function unreadable({ integration }: HandlerContext, status: number): CallFailure {
  return new CallFailure('vendor_error', `${integration.name} answered in a form that is not known`, { status })
}
