// What Render must receive for its lists of services and for one service, by hand from the vendor's specification.
import { type WireCase } from '../wire-case.ts'
import { fail, read, services, step, WEB, WEB_SHOWN, WORKER, WORKER_SHOWN } from './wire-steps.ts'

const getService = read(
  'get_service',
  'one with an address',
  '{ service_id = "srv-1" }',
  '{"service_id":"srv-1"}',
  [step('/services/srv-1', `{${WEB}}`)],
  `{"service":{${WEB_SHOWN}}}`,
)

export const serviceCases: WireCase[] = [
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
]
