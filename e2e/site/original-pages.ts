// What the original pages say of each integration, taken from them by hand: names, categories, counts, and the words that carry over.

export interface OriginalPage {
  slug: string
  title: string
  category: string
  /** As the original counts them: what is destructive counts as a write. */
  functions: number
  read: number
  write: number
  /** Short names in the order of the original page. */
  names: string[]
}

const page = (
  slug: string,
  name: string,
  category: string,
  [read, write]: [number, number],
  names: string,
): OriginalPage => ({
  slug,
  title: `${name} Lua API for KosmoKrator Agents`,
  category,
  functions: read + write,
  read,
  write,
  names: names.split(/\s+/),
})

export const ORIGINAL_PAGES: OriginalPage[] = [
  page(
    'convex',
    'Convex',
    'Data',
    [4, 3],
    'list_tables get_table query_documents create_document update_document delete_document get_current_user',
  ),
  page(
    'clerk',
    'Clerk',
    'Productivity',
    [12, 23],
    `api_get api_post api_patch api_delete list_users count_users get_user create_user update_user
     delete_user ban_user unban_user lock_user unlock_user list_sessions get_session revoke_session
     list_organizations create_organization get_organization update_organization delete_organization
     list_organization_memberships create_organization_membership update_organization_membership
     delete_organization_membership list_organization_invitations create_organization_invitation
     revoke_organization_invitation list_invitations create_invitation revoke_invitation
     create_sign_token revoke_sign_token health_check`,
  ),
  page(
    'upstash',
    'Upstash Redis',
    'Data',
    [5, 2],
    'get_key set_key delete_key list_keys list_databases get_database get_current_user',
  ),
  page(
    'cloudconvert',
    'CloudConvert',
    'Files',
    [5, 2],
    'create_job get_job list_jobs create_task get_task list_tasks get_current_user',
  ),
  page(
    'render',
    'Render',
    'Productivity',
    [6, 1],
    'list_services get_service create_service list_deploys get_deploy list_jobs get_current_user',
  ),
]

/** Sections of the originals of both generations, in their order. */
export const SECTION_NAMES = [
  'Lua Namespace',
  'Call Lua from the Headless CLI',
  'Workflow file',
  'MCP-only Lua',
  'Agent-Facing Lua Docs',
  'Multi-Account Usage',
  'Raw agent markdown',
  'Metadata-derived Lua example',
  'Functions',
]

/** Labels of the originals, wherever they stand. */
export const LABELS = [
  'Inline Lua call',
  'Read Lua docs headlessly',
  'workflow.lua',
  'Run the workflow',
  'Namespace note.',
  'MCP Lua command',
  'Parameter',
  'Type',
  'Required',
  'Description',
  'Operation',
  'Lua path',
  'Full name',
]
