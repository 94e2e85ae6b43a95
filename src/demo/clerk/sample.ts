// The application that a fresh demo starts with: people, their sessions, organizations, invitations and tokens.
import { spellNumber } from './ids.ts'
import { sampleUsers } from './sample-users.ts'
import { type ClerkState, type Membership, type OrganizationInvitation, type Session } from './state.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Ids of rows that no page names; the counter of new ones begins above them. */
const FIRST_NEW = 1000
export const idOf = (prefix: string, number: number) => `${prefix}_${spellNumber(number)}`

export const BAKERY = idOf('org', 201)
export const HARBOR = idOf('org', 202)

/** Rows with everything that the pages and the examples name. `now` is the demo's clock in milliseconds since 1970. */
export function createSampleState(now: number): ClerkState {
  return {
    count: FIRST_NEW,
    users: sampleUsers(now),
    sessions: [
      session(now, idOf('sess', 301), idOf('user', 103), 'expired', 40 * DAY),
      session(now, idOf('sess', 302), idOf('user', 105), 'ended', 12 * DAY),
      session(now, idOf('sess', 303), 'user_123', 'revoked', 9 * DAY),
      session(now, idOf('sess', 304), idOf('user', 104), 'active', 5 * DAY, HARBOR),
      session(now, 'sess_2abc123', 'user_2abc123', 'active', 3 * DAY, 'org_123'),
      session(now, 'sess_123', 'user_123', 'active', 2 * DAY, BAKERY),
      session(now, idOf('sess', 305), 'user_123', 'active', 2 * HOUR),
    ],
    organizations: [
      organization(HARBOR, 'Harbor Analytics', 'harbor-analytics', idOf('user', 104), now - 300 * DAY, 50, {
        plan: 'team',
      }),
      organization(BAKERY, 'Bluebird Bakery', 'bluebird-bakery', 'user_123', now - 120 * DAY, 5, { plan: 'free' }),
      organization('org_123', 'Northwind Studio', 'northwind-studio', 'user_2abc123', now - 60 * DAY, 20, {
        plan: 'team',
      }),
    ],
    memberships: [
      membership(401, HARBOR, idOf('user', 104), 'org:admin', now - 300 * DAY),
      membership(402, HARBOR, idOf('user', 105), 'org:member', now - 290 * DAY),
      membership(403, HARBOR, idOf('user', 106), 'org:billing', now - 200 * DAY),
      membership(404, BAKERY, 'user_123', 'org:admin', now - 120 * DAY),
      membership(405, BAKERY, idOf('user', 107), 'org:member', now - 119 * DAY),
      membership(406, 'org_123', 'user_2abc123', 'org:admin', now - 60 * DAY),
      membership(407, 'org_123', idOf('user', 108), 'org:member', now - 58 * DAY),
      membership(408, 'org_123', idOf('user', 103), 'org:member', now - 30 * DAY),
    ],
    organizationInvitations: [
      guest(
        idOf('orginv', 501),
        HARBOR,
        'olga.petrova@example.org',
        'org:member',
        'accepted',
        idOf('user', 104),
        now - 80 * DAY,
      ),
      guest(
        idOf('orginv', 502),
        'org_123',
        'late.reply@example.org',
        'org:member',
        'expired',
        'user_2abc123',
        now - 50 * DAY,
      ),
      guest(
        idOf('orginv', 503),
        'org_123',
        'ben.castle@example.org',
        'org:member',
        'revoked',
        'user_2abc123',
        now - 20 * DAY,
      ),
      guest(
        'orginv_123',
        'org_123',
        'carla.mendes@example.org',
        'org:member',
        'pending',
        'user_2abc123',
        now - 2 * DAY,
      ),
      guest(idOf('orginv', 504), BAKERY, 'theo.baker@example.org', 'org:admin', 'pending', null, now - DAY),
    ],
    invitations: [
      invitation(idOf('inv', 601), 'noor.haddad@example.com', 'accepted', now - 90 * DAY),
      invitation(idOf('inv', 602), 'old.address@example.org', 'expired', now - 70 * DAY),
      invitation(idOf('inv', 603), 'wrong.person@example.org', 'revoked', now - 15 * DAY),
      invitation(idOf('inv', 604), 'freya.lund@example.org', 'pending', now - 4 * DAY),
      invitation('inv_123', 'jo.taylor@example.org', 'pending', now - DAY),
    ],
    signInTokens: [
      token(idOf('sit', 701), idOf('user', 105), 'accepted', now - 6 * DAY),
      token('sit_123', 'user_123', 'pending', now - DAY),
    ],
    redirectUrls: [
      redirect(801, 'https://app.example.com/sso', now - 200 * DAY),
      redirect(802, 'myapp://callback', now - 20 * DAY),
    ],
  }
}

function session(
  now: number,
  id: string,
  user_id: string,
  status: string,
  age: number,
  organization: string | null = null,
): Session {
  const created_at = now - age
  const last_active_at = status === 'active' ? now - HOUR / 4 : created_at + HOUR
  return {
    id,
    user_id,
    client_id: `client_${id.replace(/^sess_/, '')}`,
    status,
    last_active_organization_id: organization,
    last_active_at,
    expire_at: created_at + 7 * DAY,
    abandon_at: created_at + 30 * DAY,
    created_at,
    updated_at: last_active_at,
  }
}

function organization(
  id: string,
  name: string,
  slug: string,
  created_by: string,
  created_at: number,
  max_allowed_memberships: number,
  public_metadata: { plan: string },
) {
  const fixed = { admin_delete_enabled: true, private_metadata: {} }
  return {
    id,
    name,
    slug,
    created_by,
    max_allowed_memberships,
    public_metadata,
    ...fixed,
    created_at,
    updated_at: created_at,
  }
}

function membership(
  number: number,
  organization_id: string,
  user_id: string,
  role: string,
  created_at: number,
): Membership {
  const metadata = { public_metadata: {}, private_metadata: {} }
  return { id: idOf('orgmem', number), organization_id, user_id, role, ...metadata, created_at, updated_at: created_at }
}

function guest(
  id: string,
  organization_id: string,
  email_address: string,
  role: string,
  status: string,
  inviter_id: string | null,
  created_at: number,
): OrganizationInvitation {
  const metadata = { public_metadata: {}, private_metadata: {} }
  const times = { expires_at: created_at + 30 * DAY, created_at, updated_at: created_at }
  return { id, organization_id, email_address, role, inviter_id, status, ...metadata, ...times }
}

function invitation(id: string, email_address: string, status: string, created_at: number) {
  return {
    id,
    email_address,
    status,
    public_metadata: {},
    expires_at: created_at + 30 * DAY,
    created_at,
    updated_at: created_at,
  }
}

function token(id: string, user_id: string, status: string, created_at: number) {
  return { id, user_id, status, expires_at: created_at + 30 * DAY, created_at, updated_at: created_at }
}

function redirect(number: number, url: string, created_at: number) {
  return { id: idOf('ru', number), url, created_at, updated_at: created_at }
}
