// What Render must receive for deploys, by hand from the vendor's specification; a deploy of an image as it was recorded.
import { type WireCase } from '../wire-case.ts'
import { fail, read, services, step, WEB, WORKER } from './wire-steps.ts'

const COMMIT = '"commit":{"id":"c1","message":"Fix it","createdAt":"2026-01-15T09:30:41Z"}'
const IMAGE = '"image":{"ref":"docker.io/library/nginx:latest","sha":"sha256:1"}'
const DEPLOY = `{"id":"dep-1",${COMMIT},"status":"live","trigger":"api","finishedAt":"2026-01-15T09:33:48.27Z"}`
const IMAGE_DEPLOY = `{"id":"dep-2","commit":null,${IMAGE},"status":"update_in_progress","finishedAt":null}`
const IMAGE_DEPLOY_SHOWN = `{"id":"dep-2","commit":{},${IMAGE},"status":"update_in_progress"}`
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

export const deployCases: WireCase[] = [
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
  read(
    'get_deploy',
    'of a service that is listed after one that is gone',
    '{ deploy_id = "dep-1" }',
    '{"deploy_id":"dep-1"}',
    [
      step('/services?limit=15', services([WORKER, WEB])),
      step('/services/srv-2/deploys/dep-1', '{"message":"gone: srv-2"}', 410),
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
]
