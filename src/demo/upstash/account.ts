// Sample data of the management API: an account with one team and three databases.
import { type Value } from '../../contract/value.ts'

type Fields = { [key: string]: Value }

/** What all databases have in common; limits are those of the pay-as-you-go plan. */
const shared: Fields = {
  region: 'global',
  port: 6379,
  state: 'active',
  tls: true,
  db_max_clients: 10000,
  db_max_request_size: 10485760,
  db_disk_threshold: 107374182400,
  db_max_entry_size: 104857600,
  db_memory_threshold: 3221225472,
  db_max_commands_per_second: 10000,
  db_request_limit: 8024278031528736858n,
  eviction: false,
  auto_upgrade: false,
  consistent: false,
  modifying_state: '',
  db_resource_size: 'L',
  db_type: 'pebble',
  db_conn_idle_timeout: 21600000000000,
  db_lua_timeout: 250000000,
  db_lua_credits_per_min: 10000000000,
  db_store_max_idle: 900000000000,
  db_max_loads_per_sec: 1000000,
  db_acl_enabled: 'false',
  db_acl_default_user_status: 'true',
  db_eviction: false,
  last_plan_upgrade_time: 0,
  customer_id: 'demo@example.com',
  daily_backup_enabled: false,
  securityAddons: {
    ipWhitelisting: false,
    vpcPeering: false,
    privateLink: false,
    tlsMutualAuth: false,
    encryptionAtRest: false,
  },
  prometheus_enabled: 'false',
  prod_pack_enabled: false,
}

/** All databases, without their credentials. */
export const databases: Fields[] = [
  {
    database_id: 'abc12345-xxxx-yyyy-zzzz',
    database_name: 'production-cache',
    creation_time: 1752649602,
    endpoint: 'demo-otter-12345.upstash.io',
    type: 'payg',
    budget: 360,
    primary_region: 'eu-central-1',
    primary_members: ['eu-central-1'],
    all_members: ['eu-central-1', 'us-east-1'],
    read_regions: ['us-east-1'],
    replicas: 5,
    ...shared,
    daily_backup_enabled: true,
  },
  {
    database_id: 'def67890-aaaa-bbbb-cccc',
    database_name: 'staging-cache',
    creation_time: 1755241200,
    endpoint: 'demo-heron-23456.upstash.io',
    type: 'free',
    budget: 20,
    primary_region: 'eu-west-1',
    primary_members: ['eu-west-1'],
    all_members: ['eu-west-1'],
    read_regions: [],
    replicas: 2,
    ...shared,
    db_max_clients: 1000,
  },
  {
    database_id: '96ad0856-03b1-4ee7-9666-e81abd0349e1',
    database_name: 'rate-limits',
    creation_time: 1757919600,
    endpoint: 'demo-marmot-34567.upstash.io',
    type: 'payg',
    budget: 120,
    primary_region: 'us-east-1',
    primary_members: ['us-east-1'],
    all_members: ['us-east-1'],
    read_regions: [],
    replicas: 3,
    ...shared,
    eviction: true,
    db_eviction: true,
  },
]

/** What the vendor adds to a database when nobody asks it to hide credentials. They open nothing. */
export function secretsOf(database: Fields): Fields {
  const id = String(database['database_id']).slice(0, 8)
  return {
    password: `demo-password-${id}`,
    rest_token: `demo-token-${id}`,
    read_only_rest_token: `demo-read-only-token-${id}`,
  }
}

export const teams: Fields[] = [
  { team_id: '95849b27-40d0-4532-8695-d2028847f823', team_name: 'Otter Labs', copy_cc: true },
]
