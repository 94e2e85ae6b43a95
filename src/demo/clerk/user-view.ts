// A user as Clerk shows it, made of the row that the fake keeps.
import { type Value } from '../../contract/value.ts'
import { type Contact, type Fields, type User } from './state.ts'

/** How many wrong passwords a user has left: the vendor's default, which nobody uses up here. */
const ATTEMPTS = 100

/** @param now a lock may have ended by then */
export function showUser({ locked_until, ...user }: User, now: number): Fields {
  const locked = isLocked({ locked_until }, now)
  return {
    ...user,
    object: 'user',
    primary_web3_wallet_id: null,
    image_url: imageUrl(user.id),
    has_image: false,
    two_factor_enabled: user.totp_enabled,
    email_addresses: user.email_addresses.map((contact) => showContact('email_address', contact)),
    phone_numbers: user.phone_numbers.map((contact) => showContact('phone_number', contact)),
    web3_wallets: [],
    passkeys: [],
    external_accounts: [],
    saml_accounts: [],
    enterprise_accounts: [],
    mfa_enabled_at: user.totp_enabled ? user.created_at : null,
    mfa_disabled_at: null,
    locked,
    lockout_expires_in_seconds: locked ? Math.ceil((locked_until! - now) / 1000) : null,
    verification_attempts_remaining: ATTEMPTS,
  }
}

export function isLocked({ locked_until }: Pick<User, 'locked_until'>, now: number): boolean {
  return locked_until !== null && locked_until > now
}

/** What others see of a user: beside a membership, or as the sender of an invitation. */
export function showPublicUser(user: User): Fields {
  return {
    user_id: user.id,
    first_name: user.first_name,
    last_name: user.last_name,
    image_url: imageUrl(user.id),
    has_image: false,
    identifier: identify(user),
  }
}

/** The name by which a user signs in. */
export function identify(user: User): string {
  return readPrimary(user.email_addresses) ?? readPrimary(user.phone_numbers) ?? user.username ?? ''
}

export function readPrimary([first]: readonly Contact[]): string | null {
  return first?.value ?? null
}

export function imageUrl(id: string): string {
  return `https://img.clerk.com/preview.png?seed=${id}&initials=true`
}

function showContact(object: 'email_address' | 'phone_number', { id, value, verified, created_at }: Contact): Value {
  const verification = { object: 'verification_admin', status: 'verified', strategy: 'admin' }
  return {
    id,
    object,
    [object]: value,
    reserved: !verified,
    verification: verified ? { ...verification, attempts: null, expire_at: null } : null,
    linked_to: [],
    ...(object === 'email_address'
      ? { matches_sso_connection: false }
      : { reserved_for_second_factor: false, default_second_factor: false }),
    created_at,
    updated_at: created_at,
  }
}
