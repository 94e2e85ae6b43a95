// What Upstash must receive and what Lua must see, per function: written by hand from the vendor's documentation and
// specification, never from our definition.
// https://upstash.com/docs/redis/features/restapi, https://upstash.com/docs/devops/developer-api
import { type WireCase, type WireStep, type WireTable } from '../wire-case.ts'

const BEARER = 'Bearer wire-rest-token-5f0c'
/** Base64 of wire@example.com:wire-management-key-81aa (RFC 7617). */
const BASIC = 'Basic d2lyZUBleGFtcGxlLmNvbTp3aXJlLW1hbmFnZW1lbnQta2V5LTgxYWE='

type Reply = WireStep['reply']

function command(
  name: string,
  fn: string,
  lua: string,
  text: string,
  body: string,
  reply: string,
  value: string,
): WireCase {
  const step = { server: 'redis', method: 'POST', path: '/', authorization: BEARER, body }
  return {
    name,
    function: fn,
    lua,
    arguments: text,
    steps: [{ ...step, reply: { status: 200, body: reply } }],
    outcome: { value },
  }
}

function look(
  name: string,
  fn: string,
  lua: string,
  text: string,
  path: string,
  reply: string,
  value: string,
): WireCase {
  const step = { server: 'management', method: 'GET', path, authorization: BASIC, body: null }
  return {
    name,
    function: fn,
    lua,
    arguments: text,
    steps: [{ ...step, reply: { status: 200, body: reply } }],
    outcome: { value },
  }
}

function fail(base: WireCase, name: string, reply: Reply, code: string, message: string): WireCase {
  return { ...base, name, steps: base.steps.map((step) => ({ ...step, reply })), outcome: { code, message } }
}

const getKey = command(
  'a key that exists',
  'get_key',
  '{ key = "user:1234:session" }',
  '{"key":"user:1234:session"}',
  '["GET","user:1234:session"]',
  '{"result":"sess_8f2c1e"}',
  '{"key":"user:1234:session","value":"sess_8f2c1e"}',
)
const getDatabase = look(
  'one database',
  'get_database',
  '{ id = "abc12345-xxxx-yyyy-zzzz" }',
  '{"id":"abc12345-xxxx-yyyy-zzzz"}',
  '/redis/database/abc12345-xxxx-yyyy-zzzz?credentials=hide',
  '{"database_id":"abc12345-xxxx-yyyy-zzzz","database_name":"cache","region":"global","port":6379,"tls":true,"read_regions":["us-east-1"],"db_request_limit":8024278031528736858,"securityAddons":{"vpcPeering":false}}',
  '{"database_id":"abc12345-xxxx-yyyy-zzzz","database_name":"cache","region":"global","port":6379,"tls":true,"read_regions":["us-east-1"],"db_request_limit":8024278031528736858,"securityAddons":{"vpcPeering":false}}',
)

const cases: WireCase[] = [
  getKey,
  command(
    'a missing key',
    'get_key',
    '{ key = "gone" }',
    '{"key":"gone"}',
    '["GET","gone"]',
    '{"result":null}',
    '{"key":"gone"}',
  ),
  command(
    'the key 0',
    'get_key',
    '{ key = "0" }',
    '{"key":"0"}',
    '["GET","0"]',
    '{"result":""}',
    '{"key":"0","value":""}',
  ),
  command(
    'a key with everything in it',
    'get_key',
    '{ key = "a b/ü?#%&=\\"\\\\世界" }',
    '{"key":"a b/ü?#%&=\\"\\\\世界"}',
    '["GET","a b/ü?#%&=\\"\\\\世界"]',
    '{"result":"\\u0000\\n👋"}',
    '{"key":"a b/ü?#%&=\\"\\\\世界","value":"\\u0000\\n👋"}',
  ),
  command(
    'a 64-bit integer, which stays text',
    'get_key',
    '{ key = "counter" }',
    '{"key":"counter"}',
    '["GET","counter"]',
    '{"result":"9007199254740993"}',
    '{"key":"counter","value":"9007199254740993"}',
  ),
  command(
    'by position',
    'get_key',
    '("counter")',
    '{"key":"counter"}',
    '["GET","counter"]',
    '{"result":"1"}',
    '{"key":"counter","value":"1"}',
  ),
  fail(
    getKey,
    'the wrong type',
    { status: 400, body: '{"error":"WRONGTYPE Operation against a key holding the wrong kind of value"}' },
    'vendor_error',
    'WRONGTYPE Operation against a key holding the wrong kind of value',
  ),
  fail(
    getKey,
    'a wrong token',
    { status: 401, body: '{"error":"WRONGPASS invalid or missing auth token"}' },
    'refused_key',
    'WRONGPASS invalid or missing auth token',
  ),
  fail(
    getKey,
    'too many commands',
    { status: 429, body: '{"error":"ERR max requests limit exceeded"}', headers: { 'retry-after': '3' } },
    'rate_limited',
    'ERR max requests limit exceeded',
  ),
  fail(
    getKey,
    'an error in a success',
    { status: 200, body: '{"error":"ERR something"}' },
    'vendor_error',
    'ERR something',
  ),

  command(
    'for good',
    'set_key',
    '{ key = "config:theme", value = "dark" }',
    '{"key":"config:theme","value":"dark"}',
    '["SET","config:theme","dark"]',
    '{"result":"OK"}',
    '{"key":"config:theme","value":"dark","result":"OK"}',
  ),
  command(
    'for a time, in one command',
    'set_key',
    '{ key = "cache:weather:amsterdam", value = \'{"temp": 18}\', ex = 60 }',
    '{"key":"cache:weather:amsterdam","value":"{\\"temp\\": 18}","ex":60}',
    '["SET","cache:weather:amsterdam","{\\"temp\\": 18}","EX",60]',
    '{"result":"OK"}',
    '{"key":"cache:weather:amsterdam","value":"{\\"temp\\": 18}","ttl":60,"result":"OK"}',
  ),
  command(
    'an empty value',
    'set_key',
    '{ key = "a", value = "" }',
    '{"key":"a","value":""}',
    '["SET","a",""]',
    '{"result":"OK"}',
    '{"key":"a","value":"","result":"OK"}',
  ),

  command(
    'that was there',
    'delete_key',
    '{ key = "temp:data" }',
    '{"key":"temp:data"}',
    '["DEL","temp:data"]',
    '{"result":1}',
    '{"key":"temp:data","deleted":1}',
  ),
  command(
    'that was not there',
    'delete_key',
    '{ key = "gone" }',
    '{"key":"gone"}',
    '["DEL","gone"]',
    '{"result":0}',
    '{"key":"gone","deleted":0}',
  ),

  command(
    'by pattern',
    'list_keys',
    '{ pattern = "user:*" }',
    '{"pattern":"user:*"}',
    '["KEYS","user:*"]',
    '{"result":["user:1","user:2"]}',
    '{"pattern":"user:*","keys":["user:1","user:2"],"count":2}',
  ),
  command(
    'all of them',
    'list_keys',
    '()',
    '{}',
    '["KEYS","*"]',
    '{"result":["a"]}',
    '{"pattern":"*","keys":["a"],"count":1}',
  ),
  command(
    'none',
    'list_keys',
    '{ pattern = "no:*" }',
    '{"pattern":"no:*"}',
    '["KEYS","no:*"]',
    '{"result":[]}',
    '{"pattern":"no:*","keys":[],"count":0}',
  ),

  look(
    'two, without their credentials',
    'list_databases',
    '()',
    '{}',
    '/redis/databases',
    '[{"database_id":"1","database_name":"a","password":"planted-password","rest_token":"planted-token"},{"database_id":"2","database_name":"b","state":"active"}]',
    '[{"database_id":"1","database_name":"a"},{"database_id":"2","database_name":"b","state":"active"}]',
  ),
  look('none', 'list_databases', '()', '{}', '/redis/databases', '[]', '[]'),

  getDatabase,
  look(
    'an id that would be a path',
    'get_database',
    '{ id = "../teams?x#%2F" }',
    '{"id":"../teams?x#%2F"}',
    '/redis/database/..%2Fteams%3Fx%23%252F?credentials=hide',
    '{"database_id":"1","database_name":"a"}',
    '{"database_id":"1","database_name":"a"}',
  ),
  fail(
    getDatabase,
    'an unknown id',
    { status: 404, body: '{"error":"database not found"}' },
    'not_found',
    'database not found',
  ),
  fail(getDatabase, 'a wrong management key', { status: 401, body: '"Unauthorized"' }, 'refused_key', 'Unauthorized'),

  look(
    'a team',
    'get_current_user',
    '()',
    '{}',
    '/teams',
    '[{"team_id":"95849b27","team_name":"Otter Labs","copy_cc":true},{"team_id":"2","team_name":"Other","copy_cc":false}]',
    '{"name":"Otter Labs","team_id":"95849b27","copy_cc":true,"teams":[{"team_id":"95849b27","team_name":"Otter Labs","copy_cc":true},{"team_id":"2","team_name":"Other","copy_cc":false}]}',
  ),
  look('no team', 'get_current_user', '()', '{}', '/teams', '[]', '{"teams":[]}'),
]

export const table: WireTable = {
  slug: 'upstash',
  settings: { redis_url: 'https://wire-test.upstash.io', platform_url: 'https://api.upstash.com/v2' },
  secrets: {
    rest_token: 'wire-rest-token-5f0c',
    email: 'wire@example.com',
    api_key: 'wire-management-key-81aa',
  },
  headers: {},
  cases,
}
