// Why the vault refused: a closed list of reasons, told without a byte of what was sealed.
import { CallFailure } from '../../src/contract/errors.ts'

const REASONS = {
  malformed: {
    message: 'A stored credential is damaged.',
    hint: 'Enter the fields of the account again under Accounts.',
  },
  unknown_version: {
    message: 'A stored credential was sealed by a newer version of this server.',
    hint: 'Tell whoever hosts this site to start the newer version again.',
  },
  unknown_key: {
    message: 'A stored credential was sealed with a key that this server does not have.',
    hint: 'Tell whoever hosts this site to put the missing key back into MASTER_KEYS.',
  },
  not_authentic: {
    message: 'A stored credential is damaged or belongs to another field.',
    hint: 'Enter the fields of the account again under Accounts.',
  },
} as const

export type VaultReason = keyof typeof REASONS

/** A {@link CallFailure} with the code `internal`, whose reason tests and logs can tell apart. */
export class VaultFailure extends CallFailure {
  readonly reason: VaultReason
  /** Id of the key that was asked for, where the reason is `unknown_key`. Not secret. */
  readonly keyId: string | null

  constructor(reason: VaultReason, keyId: string | null = null) {
    const { message, hint } = REASONS[reason]
    super('internal', message, { hint, retryable: false })
    this.reason = reason
    this.keyId = keyId
  }
}
