// What Render must receive and what Lua must see, per function: written by hand from the vendor's specification and from
// recorded replies, never from our definition. https://api-docs.render.com/reference/introduction
import { type WireCase, type WireStep, type WireTable } from '../wire-case.ts'
import { createCases } from './wire-create.ts'

const AUTHORIZATION = 'Bearer rnd_WireTestKey0000000000000000'

const step = (path: string, body: string, status = 200): WireStep => ({
  method: 'GET',
  path,
  authorization: AUTHORIZATION,
  body: null,
  reply: { status, body },
})

function read(fn: string, name: string, lua: string, text: string, steps: WireStep[], value: string): WireCase {
  return { name, function: fn, lua, arguments: text, steps, outcome: { value } }
}

function fail(base: WireCase, name: string, reply: WireStep['reply'], code: string, message: string): WireCase {
  return { ...base, name, steps: base.steps.map((one) => ({ ...one, reply })), outcome: { code, message } }
}

const WEB =
  '"id":"srv-1","name":"api","type":"web_service","suspended":"not_suspended","suspenders":[],"branch":null,"serviceDetails":{"runtime":"node","url":"https://api.onrender.com","newField":1},"newField":true'
const WEB_SHOWN =
  '"id":"srv-1","name":"api","type":"web_service","suspended":"not_suspended","status":"not_suspended","url":"https://api.onrender.com","suspenders":[],"serviceDetails":{"runtime":"node","url":"https://api.onrender.com"}'
const WORKER =
  '"id":"srv-2","name":"work","type":"background_worker","suspended":"suspended","suspenders":["user"],"serviceDetails":{"runtime":"image"}'
const WORKER_SHOWN = WORKER.replace('"suspenders"', '"status":"suspended","suspenders"')

const COMMIT = '"commit":{"id":"c1","message":"Fix it","createdAt":"2026-01-15T09:30:41Z"}'
const IMAGE = '"image":{"ref":"docker.io/library/nginx:latest","sha":"sha256:1"}'
const DEPLOY = `{"id":"dep-1",${COMMIT},"status":"live","trigger":"api","finishedAt":"2026-01-15T09:33:48.27Z"}`
const IMAGE_DEPLOY = `{"id":"dep-2","commit":null,${IMAGE},"status":"update_in_progress","finishedAt":null}`
const IMAGE_DEPLOY_SHOWN = `{"id":"dep-2","commit":{},${IMAGE},"status":"update_in_progress"}`

const JOB =
  '{"id":"job-1","serviceId":"srv-1","startCommand":"npm run migrate","planId":"plan-srv-008","status":"succeeded","createdAt":"2026-01-15T09:34:05Z"}'

const services = (rows: string[]) => `[${rows.map((row, at) => `{"cursor":"c${at + 1}","service":{${row}}}`).join()}]`

const getService = read(
  'get_service',
  'one with an address',
  '{ service_id = "srv-1" }',
  '{"service_id":"srv-1"}',
  [step('/services/srv-1', `{${WEB}}`)],
  `{"service":{${WEB_SHOWN}}}`,
)

const getDeploy = read(
  'get_deploy',
  'of a known service',
  '{ deploy_id = "dep-1", service_id = "srv-1" }',
  '{"deploy_id":"dep-1","service_id":"srv-1"}',
  [step('/services/srv-1/deploys/dep-1', DEPLOY)],
  `{"deploy":${DEPLOY}}`,
)

const MISSING = '{"message":"not found: dep-1"}'
const fifteen = Array.from({ length: 15 }, (_, at) => `"id":"srv-${at + 1}"`)

const OWNERS =
  '[{"cursor":"a","owner":{"id":"tea-1","name":"Team","email":"t@example.com","type":"team","ipAllowList":[{"cidrBlock":"203.0.113.0/24","description":"Office"}]}},{"cursor":"b","owner":{"id":"usr-1","name":"Robin","email":"r@example.com","twoFactorAuthEnabled":true,"type":"user"}}]'
const OWNERS_SHOWN =
  '[{"id":"tea-1","name":"Team","email":"t@example.com","type":"team","ipAllowList":[{"cidrBlock":"203.0.113.0/24","description":"Office"}]},{"id":"usr-1","name":"Robin","email":"r@example.com","twoFactorAuthEnabled":true,"type":"user"}]'

const cases: WireCase[] = [
  read(
    'list_services',
    'all of them',
    '()',
    '{}',
    [step('/services', services([WEB, WORKER]))],
    `{"services":[{${WEB_SHOWN}},{${WORKER_SHOWN}}],"cursor":"c2"}`,
  ),
  read('list_services', 'an empty table', '{}', '{}', [step('/services', '[]')], '{"services":[]}'),
  read(
    'list_services',
    'by position',
    '(50, "c2")',
    '{"limit":50,"cursor":"c2"}',
    [step('/services?cursor=c2&limit=50', '[]')],
    '{"services":[]}',
  ),
  read(
    'list_services',
    'with every filter, one value each',
    '{ limit = 1, cursor = "a+b/c=", name = "api", type = "web_service", environment_id = "evm-1", env = "node", region = "oregon", suspended = "suspended", created_before = "2026-01-02T00:00:00Z", created_after = "2026-01-01T00:00:00Z", updated_before = "2026-01-04T00:00:00Z", updated_after = "2026-01-03T00:00:00Z", owner_id = "tea-1", include_previews = false }',
    '{"limit":1,"cursor":"a+b/c=","name":"api","type":"web_service","environment_id":"evm-1","env":"node","region":"oregon","suspended":"suspended","created_before":"2026-01-02T00:00:00Z","created_after":"2026-01-01T00:00:00Z","updated_before":"2026-01-04T00:00:00Z","updated_after":"2026-01-03T00:00:00Z","owner_id":"tea-1","include_previews":false}',
    [
      step(
        '/services?name=api&type=web_service&environmentId=evm-1&env=node&region=oregon&suspended=suspended&createdBefore=2026-01-02T00%3A00%3A00Z&createdAfter=2026-01-01T00%3A00%3A00Z&updatedBefore=2026-01-04T00%3A00%3A00Z&updatedAfter=2026-01-03T00%3A00%3A00Z&ownerId=tea-1&includePreviews=false&cursor=a%2Bb%2Fc%3D&limit=1',
        services([WEB]),
      ),
    ],
    `{"services":[{${WEB_SHOWN}}],"cursor":"c1"}`,
  ),
  read(
    'list_services',
    'with several values, a comma inside of one, and an empty list',
    '{ name = { "a,b", "c d" }, type = { "web_service", "cron_job" }, environment_id = { "evm-1", "evm-2" }, env = { "go", "rust" }, region = { "ohio", "virginia" }, suspended = { "suspended", "not_suspended" }, owner_id = {} }',
    '{"name":["a,b","c d"],"type":["web_service","cron_job"],"environment_id":["evm-1","evm-2"],"env":["go","rust"],"region":["ohio","virginia"],"suspended":["suspended","not_suspended"],"owner_id":{}}',
    [
      step(
        '/services?name=a%2Cb,c%20d&type=web_service,cron_job&environmentId=evm-1,evm-2&env=go,rust&region=ohio,virginia&suspended=suspended,not_suspended',
        '[]',
      ),
    ],
    '{"services":[]}',
  ),
  {
    ...read('list_services', 'a reply that is no list', '()', '{}', [step('/services', '{"services":[]}')], ''),
    outcome: { code: 'vendor_error', message: 'Render answered with something else than a list' },
  },

  getService,
  read(
    'get_service',
    'one without an address, by position',
    '("srv-2")',
    '{"service_id":"srv-2"}',
    [step('/services/srv-2', `{${WORKER}}`)],
    `{"service":{${WORKER_SHOWN}}}`,
  ),
  read(
    'get_service',
    'an id that would be a path',
    '{ service_id = "../owners?x#%2F" }',
    '{"service_id":"../owners?x#%2F"}',
    [step('/services/..%2Fowners%3Fx%23%252F', `{${WEB}}`)],
    `{"service":{${WEB_SHOWN}}}`,
  ),
  fail(
    getService,
    'an unknown id',
    { status: 404, body: '{"message":"not found: srv-1"}' },
    'not_found',
    'not found: srv-1',
  ),
  fail(getService, 'a wrong key', { status: 401, body: '{"message":"Unauthorized"}' }, 'refused_key', 'Unauthorized'),
  fail(
    getService,
    'too many requests',
    { status: 429, body: '{"message":"rate limit exceeded"}', headers: { 'retry-after': '51' } },
    'rate_limited',
    'rate limit exceeded',
  ),

  ...createCases,

  read(
    'list_deploys',
    'of a commit and of an image',
    '{ service_id = "srv-1", limit = 10 }',
    '{"service_id":"srv-1","limit":10}',
    [
      step(
        '/services/srv-1/deploys?limit=10',
        `[{"cursor":"c1","deploy":${DEPLOY}},{"cursor":"c2","deploy":${IMAGE_DEPLOY}}]`,
      ),
    ],
    `{"deploys":[${DEPLOY},${IMAGE_DEPLOY_SHOWN}],"cursor":"c2"}`,
  ),
  read(
    'list_deploys',
    'with every filter, several statuses',
    '{ service_id = "srv-1", limit = 100, cursor = "c2", status = { "live", "canceled" }, created_before = "2026-01-02T00:00:00Z", created_after = "2026-01-01T00:00:00Z", updated_before = "2026-01-04T00:00:00Z", updated_after = "2026-01-03T00:00:00Z", finished_before = "2026-01-06T00:00:00Z", finished_after = "2026-01-05T00:00:00Z" }',
    '{"service_id":"srv-1","limit":100,"cursor":"c2","status":["live","canceled"],"created_before":"2026-01-02T00:00:00Z","created_after":"2026-01-01T00:00:00Z","updated_before":"2026-01-04T00:00:00Z","updated_after":"2026-01-03T00:00:00Z","finished_before":"2026-01-06T00:00:00Z","finished_after":"2026-01-05T00:00:00Z"}',
    [
      step(
        '/services/srv-1/deploys?status=live&status=canceled&createdBefore=2026-01-02T00%3A00%3A00Z&createdAfter=2026-01-01T00%3A00%3A00Z&updatedBefore=2026-01-04T00%3A00%3A00Z&updatedAfter=2026-01-03T00%3A00%3A00Z&finishedBefore=2026-01-06T00%3A00%3A00Z&finishedAfter=2026-01-05T00%3A00%3A00Z&cursor=c2&limit=100',
        '[]',
      ),
    ],
    '{"deploys":[]}',
  ),
  read(
    'list_deploys',
    'one status, and an id that would be a path',
    '{ service_id = "a/b", status = "live" }',
    '{"service_id":"a/b","status":"live"}',
    [step('/services/a%2Fb/deploys?status=live', '[]')],
    '{"deploys":[]}',
  ),

  getDeploy,
  read(
    'get_deploy',
    'of an image, by position, with ids that would be paths',
    '("../x", "a/b")',
    '{"deploy_id":"../x","service_id":"a/b"}',
    [step('/services/a%2Fb/deploys/..%2Fx', IMAGE_DEPLOY)],
    `{"deploy":${IMAGE_DEPLOY_SHOWN}}`,
  ),
  fail(getDeploy, 'an unknown one', { status: 404, body: MISSING }, 'not_found', 'not found: dep-1'),
  fail(getDeploy, 'one that is gone', { status: 410, body: '{"message":"gone: dep-1"}' }, 'not_found', 'gone: dep-1'),
  read(
    'get_deploy',
    'of a service that is searched for',
    '{ deploy_id = "dep-1" }',
    '{"deploy_id":"dep-1"}',
    [
      step('/services?limit=15', services([WORKER, WEB])),
      step('/services/srv-2/deploys/dep-1', MISSING, 404),
      step('/services/srv-1/deploys/dep-1', DEPLOY),
    ],
    `{"deploy":${DEPLOY}}`,
  ),
  {
    ...getDeploy,
    name: 'of none of the services',
    lua: '{ deploy_id = "dep-1" }',
    arguments: '{"deploy_id":"dep-1"}',
    steps: [step('/services?limit=15', services([WEB])), step('/services/srv-1/deploys/dep-1', MISSING, 404)],
    outcome: { code: 'not_found', message: 'No service has the deploy "dep-1"' },
  },
  {
    ...getDeploy,
    name: 'of none of the first services',
    lua: '{ deploy_id = "dep-1" }',
    arguments: '{"deploy_id":"dep-1"}',
    steps: [
      step('/services?limit=15', services(fifteen)),
      ...fifteen.map((_, at) => step(`/services/srv-${at + 1}/deploys/dep-1`, MISSING, 404)),
    ],
    outcome: { code: 'not_found', message: 'None of the first 15 services has the deploy "dep-1"' },
  },
  {
    ...getDeploy,
    name: 'a search that is refused on its way',
    lua: '{ deploy_id = "dep-1" }',
    arguments: '{"deploy_id":"dep-1"}',
    steps: [
      step('/services?limit=15', services([WORKER, WEB])),
      step('/services/srv-2/deploys/dep-1', '{"message":"rate limit exceeded"}', 429),
    ],
    outcome: { code: 'rate_limited', message: 'rate limit exceeded' },
  },

  read(
    'list_jobs',
    'a page',
    '{ service_id = "srv-1", limit = 10 }',
    '{"service_id":"srv-1","limit":10}',
    [step('/services/srv-1/jobs?limit=10', `[{"job":${JOB},"cursor":"c1"}]`)],
    `{"jobs":[${JOB}],"cursor":"c1"}`,
  ),
  read(
    'list_jobs',
    'with every filter, several statuses',
    '{ service_id = "srv-1", limit = 100, cursor = "c1", status = { "failed", "canceled" }, created_before = "2026-01-02T00:00:00Z", created_after = "2026-01-01T00:00:00Z", started_before = "2026-01-04T00:00:00Z", started_after = "2026-01-03T00:00:00Z", finished_before = "2026-01-06T00:00:00Z", finished_after = "2026-01-05T00:00:00Z" }',
    '{"service_id":"srv-1","limit":100,"cursor":"c1","status":["failed","canceled"],"created_before":"2026-01-02T00:00:00Z","created_after":"2026-01-01T00:00:00Z","started_before":"2026-01-04T00:00:00Z","started_after":"2026-01-03T00:00:00Z","finished_before":"2026-01-06T00:00:00Z","finished_after":"2026-01-05T00:00:00Z"}',
    [
      step(
        '/services/srv-1/jobs?cursor=c1&limit=100&status=failed,canceled&createdBefore=2026-01-02T00%3A00%3A00Z&createdAfter=2026-01-01T00%3A00%3A00Z&startedBefore=2026-01-04T00%3A00%3A00Z&startedAfter=2026-01-03T00%3A00%3A00Z&finishedBefore=2026-01-06T00%3A00%3A00Z&finishedAfter=2026-01-05T00%3A00%3A00Z',
        '[]',
      ),
    ],
    '{"jobs":[]}',
  ),
  read(
    'list_jobs',
    'by position, with one that has no status yet',
    '("a/b", 1)',
    '{"service_id":"a/b","limit":1}',
    [
      step(
        '/services/a%2Fb/jobs?limit=1',
        '[{"job":{"id":"job-2","serviceId":"srv-1","startCommand":"a","planId":"p","status":null,"createdAt":"2026-01-15T09:34:05Z","startedAt":null,"finishedAt":null},"cursor":"c1"}]',
      ),
    ],
    '{"jobs":[{"id":"job-2","serviceId":"srv-1","startCommand":"a","planId":"p","createdAt":"2026-01-15T09:34:05Z"}],"cursor":"c1"}',
  ),

  read(
    'get_current_user',
    'with a personal workspace',
    '()',
    '{}',
    [step('/users', '{"email":"r@example.com","name":"Robin"}'), step('/owners?limit=100', OWNERS)],
    `{"email":"r@example.com","name":"Robin","id":"usr-1","owners":${OWNERS_SHOWN}}`,
  ),
  read(
    'get_current_user',
    'with teams only, an empty table given',
    '({})',
    '{}',
    [
      step('/users', '{"email":"r@example.com","name":"Robin"}'),
      step(
        '/owners?limit=100',
        '[{"cursor":"a","owner":{"id":"tea-1","name":"Team","email":"t@example.com","type":"team"}}]',
      ),
    ],
    '{"email":"r@example.com","name":"Robin","id":"tea-1","owners":[{"id":"tea-1","name":"Team","email":"t@example.com","type":"team"}]}',
  ),
  read(
    'get_current_user',
    'without a workspace',
    '{}',
    '{}',
    [step('/users', '{"email":"r@example.com","name":"Robin"}'), step('/owners?limit=100', '[]')],
    '{"email":"r@example.com","name":"Robin","owners":[]}',
  ),
]

export const table: WireTable = {
  slug: 'render',
  settings: { url: 'https://api.render.com/v1' },
  secrets: { api_key: 'rnd_WireTestKey0000000000000000' },
  cases,
}
