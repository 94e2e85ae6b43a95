// The official SDK beside our own requests, and the official SDK on the demo vendor.
// It knows no other address than the vendor's, so its fetch is led to the loopback here.
import CloudConvert from 'cloudconvert'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { demo } from '../../../src/demo/cloudconvert.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { listen } from '../listen.ts'
import { mountVendor } from '../mount.ts'

const definition = loadCatalog().integrations['cloudconvert']!
const spy = await listen(() => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"data":{}}' }))
const mounted = await mountVendor(demo)
const poor = await mountVendor({ ...demo, initial: () => ({ ...demo.initial(), credits: 0 }) })

const realFetch = globalThis.fetch
/** Where requests to the vendor's hosts go now: an origin on the loopback. */
let target = spy.origin

beforeAll(() => {
  globalThis.fetch = (input, init) => {
    const url = new URL(input as URL)
    if (!url.hostname.endsWith('cloudconvert.com')) throw new Error(`${url.href} is not CloudConvert`)
    return realFetch(target + url.pathname + url.search, init)
  }
})
afterEach(() => {
  mounted.reset()
  target = spy.origin
  spy.log.length = 0
})
afterAll(async () => {
  globalThis.fetch = realFetch
  await Promise.all([spy.close(), mounted.close(), poor.close()])
})

const sdk = new CloudConvert('demo-api-key')

/** The request that one of our functions makes. */
function ours(name: string, args: object) {
  const fn = definition.functions.find((candidate) => candidate.name === name)!
  const first = planCall(
    definition,
    fn,
    checkArguments(fn, JSON.stringify(args)),
    { url: `${spy.origin}/v2` },
    () => true,
  ).next()
  if (first.done) throw new Error('no request was made')
  const { method, url, body, headers, auth } = first.value
  return { method, url: new URL(url), body, headers, auth }
}

/** Names and values of a query, whatever the order and the way to write a space. */
function readQuery({ searchParams }: URL): string[] {
  return [...searchParams].map(([name, value]) => `${name}=${value}`).sort()
}

const tasks = {
  import: { operation: 'import/url' as const, url: 'https://example.com/a.pdf?b=c#d', filename: 'a.pdf' },
  convert: { operation: 'convert' as const, input: ['import'], output_format: 'png', density: 300 },
  export: { operation: 'export/url' as const, input: 'convert', inline: true },
}

/** What an empty query of the SDK lacks: the page promises 20 to a page, the vendor's own default is 100. */
const PAGE = ['page=1', 'per_page=20']

describe('the official SDK sends the same', () => {
  test.each<[string, object, (cloudConvert: CloudConvert) => Promise<unknown>, string[]]>([
    [
      'create_job',
      { tasks, tag: 'a/ü', webhook_url: 'https://example.com/h' },
      (c) => c.jobs.create({ tasks, tag: 'a/ü', webhook_url: 'https://example.com/h' }),
      [],
    ],
    [
      'create_job',
      { tasks: Object.entries(tasks).map(([name, task]) => ({ name, ...task })) },
      (c) => c.jobs.create({ tasks }),
      [],
    ],
    ['create_job', { tasks: Object.values(tasks) }, (c) => c.jobs.create({ tasks }), []],
    ['get_job', { job_id: 'bf2d7ls9o63e6o6klql3be6syo' }, (c) => c.jobs.get('bf2d7ls9o63e6o6klql3be6syo'), []],
    ['list_jobs', {}, (c) => c.jobs.all(), PAGE],
    [
      'list_jobs',
      { status: 'finished', tag: 'a b&c', per_page: 10, page: 2, include: 'tasks' },
      (c) =>
        c.jobs.all({ 'filter[status]': 'finished', 'filter[tag]': 'a b&c', per_page: 10, page: 2, include: 'tasks' }),
      [],
    ],
    [
      'create_task',
      { operation: 'convert', payload: { input_format: 'docx', output_format: 'pdf' }, input: 'a' },
      (c) => c.tasks.create('convert', { input_format: 'docx', output_format: 'pdf', input: 'a' }),
      [],
    ],
    [
      'create_task',
      { operation: 'import/url', payload: { url: 'https://example.com/a' } },
      (c) => c.tasks.create('import/url', { url: 'https://example.com/a' }),
      [],
    ],
    [
      'create_task',
      { operation: 'export/azure/blob', payload: { storage_account: 's', container: 'c' }, input: ['a', 'b'] },
      (c) => c.tasks.create('export/azure/blob', { storage_account: 's', container: 'c', input: ['a', 'b'] }),
      [],
    ],
    ['get_task', { task_id: 'a1' }, (c) => c.tasks.get('a1'), []],
    [
      'get_task',
      { task_id: 'a1', include: ['payload', 'retries'] },
      (c) => c.tasks.get('a1', { include: 'payload,retries' }),
      [],
    ],
    ['list_tasks', {}, (c) => c.tasks.all(), PAGE],
    [
      'list_tasks',
      { status: 'error', operation: 'import/url', job_id: 'j', per_page: 5, page: 3 },
      (c) =>
        c.tasks.all({
          'filter[status]': 'error',
          'filter[operation]': 'import/url',
          'filter[job_id]': 'j',
          per_page: 5,
          page: 3,
        }),
      [],
    ],
    ['get_current_user', {}, (c) => c.users.me(), []],
  ])('%s %j', async (name, args, call, added) => {
    await call(sdk)
    expect(spy.log).toHaveLength(1)
    const sent = spy.log[0]!
    const theirs = new URL(sent.url, spy.origin)
    const own = ours(name, args)
    expect({ method: own.method, path: own.url.pathname }).toEqual({ method: sent.method, path: theirs.pathname })
    expect(readQuery(own.url)).toEqual([...readQuery(theirs), ...added])
    expect(own.body && (JSON.parse(own.body) as unknown)).toEqual(sent.body ? (JSON.parse(sent.body) as unknown) : null)
    expect(own.headers['Content-Type']).toBe(sent.headers['content-type'])
    expect(sent.headers['authorization']).toBe('Bearer demo-api-key')
    expect(own.auth).toEqual({ kind: 'bearer', field: 'api_key' })
  })

  test('brackets of filters are written alike', async () => {
    await sdk.jobs.all({ 'filter[tag]': 'x', per_page: 20, page: 1 })
    expect(spy.log[0]!.url).toBe('/v2/jobs?filter%5Btag%5D=x&per_page=20&page=1')
    expect(ours('list_jobs', { tag: 'x' }).url.search).toBe('?per_page=20&page=1&filter%5Btag%5D=x')
  })

  test('the hosts of the SDK are hosts of the definition', () => {
    expect(definition.servers['api']!.hosts).toEqual(
      expect.arrayContaining(['api.cloudconvert.com', 'api.sandbox.cloudconvert.com', '*.api.cloudconvert.com']),
    )
  })
})

describe('the official SDK works on the demo vendor', () => {
  /** Status of the reply that the SDK's error carries, and its body. */
  async function readError(call: Promise<unknown>): Promise<{ status: number; body: unknown }> {
    const error: unknown = await call.then(
      () => new Error('the call went well'),
      (reason: unknown) => reason,
    )
    const reply = (error as Error).cause
    if (!(reply instanceof Response)) throw error
    return { status: reply.status, body: await reply.json() }
  }

  const use = () => void (target = new URL(mounted.settings['url']!).origin)

  test('a job from its creation to its files, and to its end', async () => {
    use()
    const before = await sdk.users.me()
    let job = await sdk.jobs.create({ tasks, tag: 'sdk' })
    expect(job).toMatchObject({ tag: 'sdk', status: 'waiting', ended_at: null })
    expect(job.tasks.map(({ name, status }) => [name, status])).toEqual([
      ['import', 'waiting'],
      ['convert', 'waiting'],
      ['export', 'waiting'],
    ])
    const statuses: string[] = []
    while (job.status !== 'finished' && statuses.length < 9) {
      job = await sdk.jobs.get(job.id)
      statuses.push(job.status)
    }
    expect(statuses).toEqual(['processing', 'processing', 'processing', 'finished'])
    const [file] = sdk.jobs.getExportUrls(job)
    expect(file).toMatchObject({ filename: 'a.png' })
    expect(file!.url).toMatch(/^https:\/\/storage\.cloudconvert\.com\/tasks\/[0-9a-f-]{36}\/a\.png\?/)
    expect((await sdk.users.me()).credits).toBe(before.credits - 1)
    expect((await sdk.jobs.all({ 'filter[tag]': 'sdk' })).map(({ id }) => id)).toEqual([job.id])
    await sdk.jobs.delete(job.id)
    expect(await sdk.jobs.all({ 'filter[tag]': 'sdk' })).toEqual([])
    expect(await readError(sdk.jobs.get(job.id))).toMatchObject({ status: 404 })
    expect(await readError(sdk.tasks.get(job.tasks[0]!.id))).toMatchObject({ status: 404 })
  })

  test('single tasks: create, chain, show, list, cancel, delete', async () => {
    use()
    const file = await sdk.tasks.create('import/url', { url: 'https://example.com/a.docx' })
    const converted = await sdk.tasks.create('convert', { input: file.id, output_format: 'pdf' })
    expect(converted).toMatchObject({ status: 'waiting', job_id: null, payload: { output_format: 'pdf' } })
    for (let look = 0; look < 3; look++) await sdk.tasks.get(converted.id)
    const shown = await sdk.tasks.get(converted.id, { include: 'payload,depends_on_tasks' })
    expect(shown).toMatchObject({ status: 'finished', result: { files: [{ filename: 'a.pdf' }] } })
    expect(shown.depends_on_tasks).toMatchObject([{ id: file.id, status: 'finished' }])
    const finished = await sdk.tasks.all({ 'filter[operation]': 'convert', 'filter[status]': 'finished', per_page: 1 })
    expect(finished.map(({ id }) => id)).toEqual([converted.id])
    expect(await readError(sdk.tasks.cancel(converted.id))).toMatchObject({
      status: 422,
      body: { code: 'INVALID_DATA', errors: { status: ['Cannot change status: task already completed.'] } },
    })
    const upload = await sdk.tasks.create('import/upload')
    expect(upload).toMatchObject({ status: 'waiting', result: { form: { parameters: { max_file_count: 1 } } } })
    expect(await sdk.tasks.cancel(upload.id)).toMatchObject({ status: 'error', code: 'CANCELLED' })
    await sdk.tasks.delete(upload.id)
    expect(await readError(sdk.tasks.get(upload.id))).toMatchObject({ status: 404 })
  })

  test('what it refuses, in the words of the vendor', async () => {
    use()
    expect(await readError(sdk.jobs.create({ tasks: {} }))).toEqual({
      status: 422,
      body: {
        message: 'The given data was invalid.',
        code: 'INVALID_DATA',
        errors: { tasks: ['The tasks field is required.'] },
      },
    })
    expect(await readError(new CloudConvert('wrong').users.me())).toEqual({
      status: 401,
      body: { message: 'Unauthenticated.', code: 'UNAUTHENTICATED' },
    })
    target = new URL(poor.settings['url']!).origin
    expect(await readError(sdk.jobs.create({ tasks }))).toMatchObject({
      status: 402,
      body: { code: 'CREDITS_EXCEEDED' },
    })
  })

  test.each([
    ['rate_limited', 429],
    ['broken', 500],
  ] as const)('when it is told to be %s', async (kind, status) => {
    use()
    mounted.tell({ kind })
    expect(await readError(sdk.jobs.create({ tasks }))).toMatchObject({ status })
    mounted.tell(null)
    expect((await sdk.jobs.all()).length).toBe(4)
  })
})
