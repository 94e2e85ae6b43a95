// What Clerk must receive and what Lua must see, per function: written by hand from the vendor's specification
// (clerk/openapi-specs, bapi/2025-11-10.yml) and documentation, never from our definition.
import { type WireTable } from '../wire-case.ts'
import { SECRET_KEY } from './wire-form.ts'
import { members } from './wire-members.ts'
import { organizations } from './wire-organizations.ts'
import { raw } from './wire-raw.ts'
import { signIn } from './wire-sign-in.ts'
import { userWrites } from './wire-user-writes.ts'
import { users } from './wire-users.ts'

export const table: WireTable = {
  slug: 'clerk',
  settings: { url: 'https://api.clerk.com/v1' },
  secrets: { secret_key: SECRET_KEY },
  headers: { 'clerk-api-version': '2025-11-10' },
  cases: [...raw, ...users, ...userWrites, ...signIn, ...organizations, ...members],
}
