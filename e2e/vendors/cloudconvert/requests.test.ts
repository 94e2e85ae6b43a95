// Our requests and results, and the replies of the demo vendor, against what CloudConvert's own SDKs have recorded.
// CloudConvert publishes no OpenAPI file; the recordings are of 2019, and where its reference says otherwise since, the
// reference counts. Each such difference is named here.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadCatalog, ROOT } from '../../../src/catalog/load.ts'
import { CallFailure } from '../../../src/contract/errors.ts'
import { type Method } from '../../../src/contract/http.ts'
import { isObject, parseJson, type Value } from '../../../src/contract/value.ts'
import { demo } from '../../../src/demo/cloudconvert.ts'
import { DEMO_CLOCK } from '../../../src/demo/vendor.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { findValidator, showValue } from '../../../src/vendor/validator.ts'

const cloudconvert = loadCatalog().integrations['cloudconvert']!
const findFunction = (name: string) => cloudconvert.functions.find((fn) => fn.name === name)!

function plan(name: string, args: object) {
  const fn = findFunction(name)
  return planCall(cloudconvert, fn, checkArguments(fn, JSON.stringify(args)), {})
}

/** What a function answers when the vendor answers so. */
function callWith(name: string, args: object, status: number, body: string): Value {
  const call = plan(name, args)
  call.next()
  const { done, value } = call.next({ status, headers: { 'content-type': 'application/json' }, body })
  if (!done) throw new Error('one request too many')
  return value
}

const folder = join(ROOT, '../shared/specs')
const isThere = existsSync(join(folder, 'cloudconvert-fixture-job.json'))
if (!isThere) console.warn("Skipped: the recordings of the vendor's SDKs are not beside the checkout (../shared/specs)")
const readText = (name: string) => readFileSync(join(folder, `cloudconvert-fixture-${name}.json`), 'utf8')
const read = (name: string) => parseJson(readText(name)) as { [key: string]: Value }

const job = { tasks: [{ operation: 'import/url', url: 'https://example.com/a.pdf' }] }
const id = 'cd82535b-0614-4b23-bbba-b24ab0e892f7'

/** Function, arguments, recording of its reply, and how the result lies in that. */
const recorded: [name: string, args: object, recording: string, pick: (reply: { [key: string]: Value }) => Value][] = [
  ['create_job', job, 'job_created', ({ data }) => data!],
  ['get_job', { job_id: id }, 'job', (reply) => reply],
  ['list_jobs', {}, 'jobs', (reply) => reply],
  ['create_task', { operation: 'import/url' }, 'task_created', (reply) => reply],
  ['get_task', { task_id: id }, 'task', (reply) => reply],
  ['list_tasks', {}, 'tasks', (reply) => reply],
  ['get_current_user', {}, 'user', (reply) => reply],
]

describe.skipIf(!isThere)('the recordings', () => {
  test.each(recorded)('a reply to %s %j reaches Lua whole, and is what the page promises', (name, args, file, pick) => {
    const result = callWith(name, args, 200, readText(file))
    expect(result).toEqual(pick(read(file)))
    expect(findValidator(findFunction(name).output).safeParse(showValue(result)).error?.issues).toBeUndefined()
  })

  test.each([
    [
      'error400',
      422,
      'invalid_argument',
      [{ name: 'status', message: 'Cannot change status: task already completed.' }],
    ],
    ['error402', 402, 'payment_required', undefined],
  ])('%s is an error of ours', (file, status, code, fields) => {
    const failure = readFailure(() => callWith('create_job', job, status, readText(file)))
    const { message, code: vendorCode } = read(file)
    expect(failure).toMatchObject({ code, message, vendorCode, ...(fields && { fields }) })
  })

  const mapping = isThere
    ? (JSON.parse(readFileSync(join(folder, 'mapping.json'), 'utf8')) as {
        cloudconvert: { functions: { fn: string; method: string; path: string; query?: Record<string, string> }[] }
      })
    : { cloudconvert: { functions: [] } }

  test('every function of the page is there, with method, path and query as they were compiled', () => {
    const compiled = mapping.cloudconvert.functions.map(({ fn, method, path, query = {} }) => ({
      fn,
      method,
      path,
      query,
    }))
    const own = cloudconvert.functions.map(({ name, request }) => {
      // `include` is the vendor's own, and not on the original page.
      const query = Object.entries(request!.query as Record<string, { $arg: string }>)
      const names = query.filter(([key]) => key !== 'include').map(([key, { $arg }]) => [$arg, key])
      const shown = Object.fromEntries(names) as Record<string, string>
      return { fn: name, method: request!.method, path: request!.path, query: shown }
    })
    expect(own).toEqual(compiled)
  })

  /** The keys that only one side has, by where they are: what the demo vendor lacks, and what it has beyond. */
  test.each<[string, string, string, object | null, string[], string[]]>([
    [
      'job_created',
      'POST',
      '/jobs',
      { tasks: { 'import-it': { operation: 'import/url', url: 'https://example.com/a' } } },
      // The reference shows a payload only where `include` asks for it, and so does a recording of 2022.
      ['data.tasks[].payload', 'data.tasks[].engine', 'data.tasks[].engine_version'],
      ['data.tag', 'data.tasks[].credits'],
    ],
    [
      'job',
      'GET',
      `/jobs/${id}`,
      null,
      [
        'data.tasks[].payload',
        'data.tasks[].result.files',
        'data.tasks[].result.files[].filename',
        'data.tasks[].result.files[].md5',
      ],
      ['data.tasks[].credits'],
    ],
    ['jobs', 'GET', '/jobs', null, [], ['data[].tag']],
    [
      'task',
      'GET',
      `/tasks/6df0920a-7042-4e87-be52-f38a0a29a67e?include=payload,retries,depends_on_tasks`,
      null,
      [],
      ['data.credits', 'data.depends_on_task_ids', 'data.engine', 'data.engine_version'],
    ],
    [
      'tasks',
      'GET',
      '/tasks?include=payload,retries&filter[operation]=export/url&filter[status]=waiting',
      null,
      [],
      ['data[].credits'],
    ],
    ['user', 'GET', '/users/me', null, [], []],
  ])('the demo vendor answers with the fields of %s', (file, method, path, body, lacks, has) => {
    const own = new Set(listKeys(ask(method as Method, path, body)))
    const theirs = new Set(listKeys(read(file)))
    const inside = (key: string) => !/payload\.|depends_on_tasks\[\]/.test(key)
    expect([...theirs].filter((key) => !own.has(key) && inside(key)).sort()).toEqual(lacks.toSorted())
    expect([...own].filter((key) => !theirs.has(key) && inside(key)).sort()).toEqual(has.toSorted())
  })

  test('the demo vendor refuses with the recorded bodies', () => {
    const done = ask('POST', '/tasks/c85f3ca9-164c-4e89-8ae2-c08192a7cb08/cancel', null)
    expect(done).toEqual(read('error400'))
    expect(ask('POST', '/jobs', { tasks: { a: { operation: 'import/upload' } } }, 0)).toEqual(read('error402'))
  })
})

function readFailure(call: () => unknown) {
  try {
    call()
  } catch (error) {
    if (error instanceof CallFailure) return error.error
    throw error
  }
  throw new Error('nothing failed')
}

/** What the demo vendor says to one request on fresh sample data. */
function ask(method: Method, path: string, body: object | null, credits = 120): Value {
  const request = {
    method,
    url: demo.settings['url'] + path,
    headers: { authorization: `Bearer ${demo.secrets['api_key']}` },
    body: body && JSON.stringify(body),
  }
  return parseJson(demo.answer({ ...demo.initial(), credits }, request, DEMO_CLOCK).reply.body)
}

/** Every key of a value by its path, list places as `[]`. */
function listKeys(value: Value, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => listKeys(item, `${path}[]`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key
    return [here, ...listKeys(inner, here)]
  })
}
