// The Lua blocks of the original page of Upstash.
import { type OriginalBlock } from '../original-block.ts'

const upstash = (
  example: string,
  lua: string,
  reads: Record<string, string[]> = {},
  rest: Pick<OriginalBlock, 'corrected' | 'absent'> = {},
): OriginalBlock => ({ integration: 'upstash', example, lua, reads, ...rest })

export const originalBlocks: OriginalBlock[] = [
  upstash(
    'get-key',
    `local result = app.integrations.upstash.get_key({
  key = "user:1234:session"
})

if result.value then
  print("Value: " .. result.value)
else
  print("Key not found")
end`,
    { get_key: ['value'] },
  ),
  upstash(
    'set-key',
    `app.integrations.upstash.set_key({
  key = "config:theme",
  value = "dark"
})`,
  ),
  upstash(
    'set-key-with-ttl',
    `-- With 60-second TTL
app.integrations.upstash.set_key({
  key = "cache:weather:amsterdam",
  value = '{"temp": 18, "condition": "cloudy"}',
  ex = 60
})`,
    {},
    { corrected: 'keeps the result, to print the lifetime' },
  ),
  upstash(
    'delete-key',
    `local result = app.integrations.upstash.delete_key({
  key = "temp:data"
})

print("Deleted: " .. tostring(result.deleted))`,
    { delete_key: ['deleted'] },
  ),
  upstash(
    'list-keys',
    `local result = app.integrations.upstash.list_keys({
  pattern = "user:*"
})

print("Found " .. result.count .. " keys")
for _, key in ipairs(result.keys) do
  print("  " .. key)
end`,
    { list_keys: ['count', 'keys[]'] },
  ),
  upstash(
    'list-all-keys',
    `-- List all keys
local result = app.integrations.upstash.list_keys()
print("Total keys: " .. result.count)`,
    { list_keys: ['count'] },
  ),
  upstash(
    'list-databases',
    `local databases = app.integrations.upstash.list_databases()

for _, db in ipairs(databases) do
  print(db.database_name .. " — " .. db.region .. " — " .. db.endpoint)
end`,
    { list_databases: ['[].database_name', '[].region', '[].endpoint'] },
  ),
  upstash(
    'get-database',
    `local db = app.integrations.upstash.get_database({
  id = "abc12345-xxxx-yyyy-zzzz"
})

print("Name: " .. db.database_name)
print("Region: " .. db.region)
print("Endpoint: " .. db.endpoint)`,
    { get_database: ['database_name', 'region', 'endpoint'] },
  ),
  upstash(
    'get-current-user',
    `local team = app.integrations.upstash.get_current_user()

print("Team: " .. team.name)
print("Plan: " .. (team.plan or "free"))`,
    { get_current_user: ['name', 'plan'] },
    {
      corrected:
        'prints the id and the number of teams: the vendor tells no plan, so every reader would have seen "free"',
      absent: { 'get_current_user.plan': 'Upstash tells no plan' },
    },
  ),
  upstash(
    'several-accounts',
    `-- Default account (always works)
app.integrations.upstash.function_name({...})

-- Explicit default (portable across setups)
app.integrations.upstash.default.function_name({...})

-- Named accounts
app.integrations.upstash.production.function_name({...})
app.integrations.upstash.staging.function_name({...})`,
    {},
    { corrected: 'calls functions that exist' },
  ),
]
