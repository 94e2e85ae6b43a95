// The one answer for a snippet that is not there, is gone, or is not for whoever asks.
import { CallFailure } from '../../../src/contract/errors.ts'

export function missingSnippet(): CallFailure {
  return new CallFailure('not_found', 'There is no such snippet, or it is not shared with you.', {
    hint: 'Ask whoever sent the link: it may have been revoked or made private.',
  })
}
