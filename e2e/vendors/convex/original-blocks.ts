// The Lua blocks of the original page of Convex. None of them reads a field of a result.
import { type OriginalBlock } from '../original-block.ts'

const convex = (example: string, lua: string, corrected?: string): OriginalBlock => ({
  integration: 'convex',
  example,
  lua,
  ...(corrected !== undefined && { corrected }),
})

const COMMAS = 'has the commas between its fields, without which it does not parse'

export const originalBlocks: OriginalBlock[] = [
  convex(
    'list-tables',
    `local result = app.integrations.convex.convex_list_tables({
})`,
  ),
  convex(
    'get-table',
    `local result = app.integrations.convex.convex_get_table({
table = "users"
})`,
  ),
  convex(
    'query-documents',
    `local result = app.integrations.convex.convex_query_documents({
table = "users"
filter = '{"status": "active"}'
limit = 50
})`,
    COMMAS,
  ),
  convex(
    'create-document',
    `local result = app.integrations.convex.convex_create_document({
table = "users"
fields = '{"name": "John", "email": "john@example.com"}'
})`,
    COMMAS,
  ),
  convex(
    'update-document',
    `local result = app.integrations.convex.convex_update_document({
table = "users"
document_id = "doc_abc123"
fields = '{"name": "Jane"}'
})`,
    COMMAS,
  ),
  convex(
    'delete-document',
    `local result = app.integrations.convex.convex_delete_document({
table = "users"
document_id = "doc_abc123"
})`,
    COMMAS,
  ),
  convex(
    'get-current-user',
    `local result = app.integrations.convex.convex_get_current_user({
})`,
  ),
  convex(
    'several-accounts',
    `-- Default account (always works)
app.integrations.convex.function_name({...})

-- Explicit default (portable across setups)
app.integrations.convex.default.function_name({...})

-- Named accounts
app.integrations.convex.staging.function_name({...})
app.integrations.convex.production.function_name({...})`,
    'calls functions that exist',
  ),
]
