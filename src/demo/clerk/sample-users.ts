// The people of a fresh demo. The two whose ids the pages print come first in this file, and are not the first in time.
import { spellNumber } from './ids.ts'
import { type Contact, type Fields, type User } from './state.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What sets a person apart; ages in days before the demo's clock. */
interface Person {
  id: string
  name: [first: string | null, last: string | null]
  email: string
  age: number
  username?: string
  phone?: string
  /** When the person was last here; null for never. */
  seen: number | null
  external_id?: string
  password?: boolean
  two_factor?: boolean
  banned?: boolean
  locked?: boolean
  public_metadata?: Fields
  private_metadata?: Fields
  unsafe_metadata?: Fields
}

const idOf = (number: number) => `user_${spellNumber(number)}`

const people: Person[] = [
  {
    id: 'user_123',
    name: ['Alex', 'Rivera'],
    email: 'alex.rivera@example.com',
    username: 'alexr',
    phone: '+12025550123',
    age: 150,
    seen: 0.01,
    external_id: 'crm-1001',
    password: true,
    public_metadata: { plan: 'pro', seats: 5 },
    private_metadata: { crm: { owner: 'Mina', stage: 'customer' } },
    unsafe_metadata: { theme: 'dark' },
  },
  {
    id: 'user_2abc123',
    name: ['Sam', 'Okafor'],
    email: 'sam.okafor@example.com',
    username: 'samok',
    age: 100,
    seen: 3,
    password: true,
    two_factor: true,
    public_metadata: { plan: 'team' },
  },
  { id: idOf(101), name: ['Ines', 'Duarte'], email: 'ines.duarte@example.org', age: 400, seen: 210, banned: true },
  { id: idOf(102), name: ['Tomas', 'Berg'], email: 'tomas.berg@example.org', age: 390, seen: 30, username: 'tomas_b' },
  { id: idOf(103), name: ['Priya', 'Raman'], email: 'priya.raman@example.com', age: 350, seen: 33, password: true },
  {
    id: idOf(104),
    name: ['Hana', 'Sato'],
    email: 'hana.sato@example.com',
    username: 'hana',
    phone: '+12025550178',
    age: 320,
    seen: 1,
    external_id: 'crm-0007',
    two_factor: true,
    public_metadata: { plan: 'team', roles: ['owner'] },
  },
  { id: idOf(105), name: ['Noor', 'Haddad'], email: 'noor.haddad@example.com', age: 295, seen: 12 },
  { id: idOf(106), name: ['Olga', 'Petrova'], email: 'olga.petrova@example.org', age: 210, seen: 20, locked: true },
  { id: idOf(107), name: ['Alexandra', 'Novak'], email: 'a.novak@example.org', username: 'novak', age: 119.5, seen: 8 },
  { id: idOf(108), name: ['Luca', 'Moretti'], email: 'luca.moretti@example.com', age: 59, seen: 2, password: true },
  { id: idOf(109), name: [null, null], email: 'billing@example.org', age: 21, seen: null },
  { id: idOf(110), name: ['Zoë', 'Müller'], email: 'zoe.mueller@example.com', age: 7, seen: null, username: 'zoe-m' },
]

/** All of them, the oldest account first. */
export function sampleUsers(now: number): User[] {
  return people.toSorted((a, b) => b.age - a.age).map((person) => makeUser(person, now))
}

function makeUser(person: Person, now: number): User {
  const created_at = now - person.age * DAY
  const seen = person.seen === null ? null : now - person.seen * DAY
  const contact = (kind: string, value: string): Contact => ({
    id: `idn_${kind}${person.id.replace(/^user_/, '')}`,
    value,
    verified: true,
    created_at,
  })
  const emails = [contact('e', person.email)]
  const phones = person.phone ? [contact('p', person.phone)] : []
  return {
    id: person.id,
    external_id: person.external_id ?? null,
    first_name: person.name[0],
    last_name: person.name[1],
    username: person.username ?? null,
    locale: null,
    email_addresses: emails,
    phone_numbers: phones,
    primary_email_address_id: emails[0]!.id,
    primary_phone_number_id: phones[0]?.id ?? null,
    public_metadata: person.public_metadata ?? {},
    private_metadata: person.private_metadata ?? {},
    unsafe_metadata: person.unsafe_metadata ?? {},
    password_enabled: person.password ?? false,
    password_last_updated_at: person.password ? created_at : null,
    totp_enabled: person.two_factor ?? false,
    backup_code_enabled: person.two_factor ?? false,
    banned: person.banned ?? false,
    locked_until: person.locked ? now + HOUR / 2 : null,
    delete_self_enabled: true,
    create_organization_enabled: true,
    create_organizations_limit: null,
    bypass_client_trust: false,
    legal_accepted_at: null,
    last_sign_in_at: seen,
    // The vendor keeps the day of the last activity, not the hour.
    last_active_at: seen === null ? null : Math.floor(seen / DAY) * DAY,
    created_at,
    updated_at: seen ?? created_at,
  }
}
