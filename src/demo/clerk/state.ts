// What the fake of Clerk remembers: rows in the words of its Backend API, in the order in which they were made.
import { type Value } from '../../contract/value.ts'

export type Fields = { [key: string]: Value }

/** An email address or a phone number of a user. */
export interface Contact {
  id: string
  value: string
  verified: boolean
  created_at: number
}

/** Times are milliseconds since 1970, here and below. */
export interface User {
  id: string
  external_id: string | null
  first_name: string | null
  last_name: string | null
  username: string | null
  locale: string | null
  email_addresses: Contact[]
  phone_numbers: Contact[]
  primary_email_address_id: string | null
  primary_phone_number_id: string | null
  public_metadata: Fields
  private_metadata: Fields
  unsafe_metadata: Fields
  password_enabled: boolean
  password_last_updated_at: number | null
  totp_enabled: boolean
  backup_code_enabled: boolean
  banned: boolean
  /** Null for a user who is not locked. */
  locked_until: number | null
  delete_self_enabled: boolean
  create_organization_enabled: boolean
  create_organizations_limit: number | null
  bypass_client_trust: boolean
  legal_accepted_at: number | null
  last_sign_in_at: number | null
  last_active_at: number | null
  created_at: number
  updated_at: number
}

export interface Session {
  id: string
  user_id: string
  client_id: string
  status: string
  last_active_organization_id: string | null
  last_active_at: number
  expire_at: number
  abandon_at: number
  created_at: number
  updated_at: number
}

export interface Organization {
  id: string
  name: string
  slug: string
  created_by: string | null
  max_allowed_memberships: number
  admin_delete_enabled: boolean
  public_metadata: Fields
  private_metadata: Fields
  created_at: number
  updated_at: number
}

export interface Membership {
  id: string
  organization_id: string
  user_id: string
  role: string
  public_metadata: Fields
  private_metadata: Fields
  created_at: number
  updated_at: number
}

export interface OrganizationInvitation {
  id: string
  organization_id: string
  email_address: string
  role: string
  inviter_id: string | null
  status: string
  public_metadata: Fields
  private_metadata: Fields
  expires_at: number
  created_at: number
  updated_at: number
}

export interface Invitation {
  id: string
  email_address: string
  status: string
  public_metadata: Fields
  expires_at: number
  created_at: number
  updated_at: number
}

export interface SignInToken {
  id: string
  user_id: string
  status: string
  expires_at: number
  created_at: number
  updated_at: number
}

export interface RedirectUrl {
  id: string
  url: string
  created_at: number
  updated_at: number
}

/** Plain JSON. */
export interface ClerkState {
  /** How many ids were given out. */
  count: number
  users: User[]
  sessions: Session[]
  organizations: Organization[]
  memberships: Membership[]
  organizationInvitations: OrganizationInvitation[]
  invitations: Invitation[]
  signInTokens: SignInToken[]
  redirectUrls: RedirectUrl[]
}
