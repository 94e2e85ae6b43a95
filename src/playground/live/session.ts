// Who is signed in and which accounts there are, as far as the page knows.

/** What the page knows of an account; never a value of its fields. */
export interface KnownAccount {
  integration: string
  name: string
  isDefault: boolean
}

export interface Session {
  /** `unknown`: not asked yet; `unreachable`: no answer, as on a site that is served without a server. */
  phase: 'unknown' | 'signed-out' | 'signed-in' | 'unreachable'
  accounts: readonly KnownAccount[]
}
