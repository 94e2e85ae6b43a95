// The Lua blocks of the original page of Clerk. All five parse and work; each example adds what it prints.
import { type OriginalBlock } from '../original-block.ts'

const clerk = (example: string, lua: string): OriginalBlock => ({ integration: 'clerk', example, lua })

export const originalBlocks: OriginalBlock[] = [
  clerk(
    'api-get',
    `local sessions = app.integrations.clerk.clerk_api_get({
  path = "/sessions",
  query = {
    user_id = "user_123"
  }
})`,
  ),
  clerk(
    'list-users',
    `local users = app.integrations.clerk.clerk_list_users({
  query = "alex",
  limit = 20
})

local user = app.integrations.clerk.clerk_get_user({
  id = "user_123"
})`,
  ),
  clerk(
    'list-sessions',
    `local active = app.integrations.clerk.clerk_list_sessions({
  user_id = "user_123",
  status = "active"
})

app.integrations.clerk.clerk_revoke_session({
  session_id = "sess_123"
})`,
  ),
  clerk(
    'create-organization',
    `local org = app.integrations.clerk.clerk_create_organization({
  name = "Example Inc",
  created_by = "user_123"
})

app.integrations.clerk.clerk_create_organization_membership({
  organization_id = "org_123",
  user_id = "user_123",
  role = "org:member"
})`,
  ),
  clerk(
    'create-invitation',
    `local invitation = app.integrations.clerk.clerk_create_invitation({
  email_address = "person@example.test",
  redirect_url = "https://example.test/welcome"
})`,
  ),
]
