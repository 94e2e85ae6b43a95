// What Render must receive and what Lua must see, per function: written by hand from the vendor's specification and from
// recorded replies, never from our definition. https://api-docs.render.com/reference/introduction
import { type WireCase, type WireTable } from '../wire-case.ts'
import { createCases } from './wire-create.ts'
import { deployCases } from './wire-deploys.ts'
import { serviceCases } from './wire-services.ts'
import { read, step } from './wire-steps.ts'

const JOB =
  '{"id":"job-1","serviceId":"srv-1","startCommand":"npm run migrate","planId":"plan-srv-008","status":"succeeded","createdAt":"2026-01-15T09:34:05Z"}'
const OWNERS =
  '[{"cursor":"a","owner":{"id":"tea-1","name":"Team","email":"t@example.com","type":"team","ipAllowList":[{"cidrBlock":"203.0.113.0/24","description":"Office"}]}},{"cursor":"b","owner":{"id":"usr-1","name":"Robin","email":"r@example.com","twoFactorAuthEnabled":true,"type":"user"}}]'
const OWNERS_SHOWN =
  '[{"id":"tea-1","name":"Team","email":"t@example.com","type":"team","ipAllowList":[{"cidrBlock":"203.0.113.0/24","description":"Office"}]},{"id":"usr-1","name":"Robin","email":"r@example.com","twoFactorAuthEnabled":true,"type":"user"}]'

const cases: WireCase[] = [
  ...serviceCases,
  ...createCases,
  ...deployCases,
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
    'of a service alone',
    '{ service_id = "srv-1" }',
    '{"service_id":"srv-1"}',
    [step('/services/srv-1/jobs', `[{"job":${JOB},"cursor":"c1"}]`)],
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
  headers: {},
  cases,
}
