// Wire cases of the reading functions: jobs, tasks, their lists with filters and pages, and the account.
import { type WireCase } from '../wire-case.ts'
import { EXPORT, FAILED_JOB, FAILED_JOB_IN_LUA, JOB, JOB_IN_LUA, PAGE, PAGE_IN_LUA, USER } from './replies.ts'
import { fail, get, refuse } from './wire-forms.ts'

const getJob = get(
  'get_job',
  {
    name: 'a job',
    lua: '{ job_id = "bf2d7ls9o63e6o6klql3be6syo" }',
    arguments: '{"job_id":"bf2d7ls9o63e6o6klql3be6syo"}',
  },
  '/jobs/bf2d7ls9o63e6o6klql3be6syo',
  `{"data":${JOB}}`,
  `{"data":${JOB_IN_LUA}}`,
)
const getTask = get(
  'get_task',
  {
    name: 'a finished export',
    lua: '{ task_id = "1b7ccc22-e26c-43dc-85e7-c1ff8fbfd9b4" }',
    arguments: '{"task_id":"1b7ccc22-e26c-43dc-85e7-c1ff8fbfd9b4"}',
  },
  '/tasks/1b7ccc22-e26c-43dc-85e7-c1ff8fbfd9b4',
  `{"data":${EXPORT}}`,
  `{"data":${EXPORT}}`,
)
const user = get('get_current_user', { name: 'the account', lua: '()', arguments: '{}' }, '/users/me', USER, USER)

export const readCases: WireCase[] = [
  getJob,
  get(
    'get_job',
    { name: 'a failed job is no error', lua: '("cd82535b")', arguments: '{"job_id":"cd82535b"}' },
    '/jobs/cd82535b',
    `{"data":${FAILED_JOB}}`,
    `{"data":${FAILED_JOB_IN_LUA}}`,
  ),
  get(
    'get_job',
    {
      name: 'an id that would be a path',
      lua: '{ job_id = "../users/me?x#%2F" }',
      arguments: '{"job_id":"../users/me?x#%2F"}',
    },
    '/jobs/..%2Fusers%2Fme%3Fx%23%252F',
    `{"data":${JOB}}`,
    `{"data":${JOB_IN_LUA}}`,
  ),
  refuse(
    'get_job',
    { name: 'an id that is a step', lua: '{ job_id = ".." }', arguments: '{"job_id":".."}' },
    '`job_id` must not be empty, "." or ".."',
  ),
  fail(getJob, 'an unknown id', { status: 404, body: '{"message":"Not Found"}' }, 'not_found', 'Not Found'),
  fail(
    getJob,
    'a wrong key',
    { status: 401, body: '{"message":"Unauthenticated.","code":"UNAUTHENTICATED"}' },
    'refused_key',
    'Unauthenticated.',
  ),
  fail(
    getJob,
    'a reply without the job',
    { status: 200, body: '{}' },
    'vendor_error',
    'CloudConvert answered without what `data` is read from',
  ),

  get(
    'list_jobs',
    { name: 'the first page', lua: '()', arguments: '{}' },
    '/jobs?per_page=20&page=1',
    `{"data":[${JOB}],${PAGE}}`,
    `{"data":[${JOB_IN_LUA}],${PAGE_IN_LUA}}`,
  ),
  get(
    'list_jobs',
    {
      name: 'by everything',
      lua: '{ status = "finished", tag = "a b&c=[d]", per_page = 10, page = 3, include = "tasks" }',
      arguments: '{"include":"tasks","page":3,"per_page":10,"status":"finished","tag":"a b&c=[d]"}',
    },
    '/jobs?per_page=10&page=3&filter%5Bstatus%5D=finished&filter%5Btag%5D=a%20b%26c%3D%5Bd%5D&include=tasks',
    `{"data":[],${PAGE}}`,
    `{"data":[],${PAGE_IN_LUA}}`,
  ),
  get(
    'list_jobs',
    { name: 'by position', lua: '(5, 2)', arguments: '{"page":2,"per_page":5}' },
    '/jobs?per_page=5&page=2',
    `{"data":[${JOB}],${PAGE}}`,
    `{"data":[${JOB_IN_LUA}],${PAGE_IN_LUA}}`,
  ),
  refuse(
    'list_jobs',
    { name: 'too many to a page', lua: '{ per_page = 101 }', arguments: '{"per_page":101}' },
    '`per_page` must be at most 100',
  ),
  refuse(
    'list_jobs',
    { name: 'a page before the first', lua: '{ page = 0 }', arguments: '{"page":0}' },
    '`page` must be at least 1',
  ),
  refuse(
    'list_jobs',
    { name: 'a status that is none', lua: '{ status = "finish" }', arguments: '{"status":"finish"}' },
    '`status` must be one of "waiting", "processing", "finished", "error", did you mean "finished"?',
  ),

  getTask,
  get(
    'get_task',
    {
      name: 'with what is left out otherwise',
      lua: '{ task_id = "a", include = { "payload", "depends_on_tasks", "retries", "job" } }',
      arguments: '{"include":["payload","depends_on_tasks","retries","job"],"task_id":"a"}',
    },
    '/tasks/a?include=payload,depends_on_tasks,retries,job',
    '{"data":{"id":"a","operation":"export/s3","status":"waiting","payload":{"bucket":"b","secret_access_key":"planted"},"depends_on_tasks":{"import":"x441E6HMhG"},"retries":null,"job":{"id":"j"}}}',
    '{"data":{"id":"a","operation":"export/s3","status":"waiting","payload":{"bucket":"b","secret_access_key":"‹hidden›"},"depends_on_tasks":{"import":"x441E6HMhG"},"job":{"id":"j"}}}',
  ),
  get(
    'get_task',
    {
      name: 'nothing to include',
      lua: '{ task_id = "a/b", include = {} }',
      arguments: '{"include":{},"task_id":"a/b"}',
    },
    '/tasks/a%2Fb',
    `{"data":${EXPORT}}`,
    `{"data":${EXPORT}}`,
  ),
  refuse(
    'get_task',
    {
      name: 'an include that is none',
      lua: '{ task_id = "a", include = { "paylod" } }',
      arguments: '{"include":["paylod"],"task_id":"a"}',
    },
    '`include[1]` must be one of "payload", "retries", "depends_on_tasks", "job", did you mean "payload"?',
  ),
  fail(
    getTask,
    'a reply without data',
    { status: 200, body: '{}' },
    'vendor_error',
    'CloudConvert answered without what `data` is read from',
  ),
  fail(
    getTask,
    'too many requests',
    { status: 429, body: '{"message":"Too Many Attempts."}', headers: { 'retry-after': '60' } },
    'rate_limited',
    'Too Many Attempts.',
  ),

  get(
    'list_tasks',
    { name: 'the first page', lua: '{}', arguments: '{}' },
    '/tasks?per_page=20&page=1',
    `{"data":[${EXPORT}],${PAGE}}`,
    `{"data":[${EXPORT}],${PAGE_IN_LUA}}`,
  ),
  get(
    'list_tasks',
    {
      name: 'by everything',
      lua: '{ status = "error", operation = "import/url", job_id = "bf2d7ls9o63e6o6klql3be6syo", per_page = 100, page = 2, include = { "payload", "job" } }',
      arguments:
        '{"include":["payload","job"],"job_id":"bf2d7ls9o63e6o6klql3be6syo","operation":"import/url","page":2,"per_page":100,"status":"error"}',
    },
    '/tasks?per_page=100&page=2&filter%5Bstatus%5D=error&filter%5Boperation%5D=import%2Furl&filter%5Bjob_id%5D=bf2d7ls9o63e6o6klql3be6syo&include=payload,job',
    `{"data":[],${PAGE}}`,
    `{"data":[],${PAGE_IN_LUA}}`,
  ),
  get(
    'list_tasks',
    {
      name: "export/aws-s3 under the vendor's name",
      lua: '{ operation = "export/aws-s3" }',
      arguments: '{"operation":"export/aws-s3"}',
    },
    '/tasks?per_page=20&page=1&filter%5Boperation%5D=export%2Fs3',
    `{"data":[],${PAGE}}`,
    `{"data":[],${PAGE_IN_LUA}}`,
  ),

  user,
  fail(
    user,
    'a key without the scope',
    { status: 403, body: '{"message":"Invalid scope(s) provided.","code":"FORBIDDEN"}' },
    'forbidden',
    'Invalid scope(s) provided.',
  ),
]
