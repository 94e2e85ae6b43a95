import { expect, test } from 'vitest'
import { demo } from './cloudconvert.ts'
import { BASE, type Job, open, type Task } from './cloudconvert/testing/open.ts'

const url = 'https://example.com/report.docx'
const chain = {
  import: { operation: 'import/url', url },
  convert: { operation: 'convert', input: 'import', output_format: 'pdf' },
  export: { operation: 'export/url', input: ['convert'] },
}

test('each look moves a job one step on', () => {
  const session = open()
  const { id } = session.data<Job>('POST', '/jobs', { tasks: chain, tag: 'x' })
  const looks = [1, 2, 3, 4, 5].map(() => {
    const job = session.data<Job>('GET', `/jobs/${id}`)
    return [job.status, ...job.tasks.map(({ status }) => status)].join(' ')
  })
  expect(looks).toEqual([
    'processing processing waiting waiting',
    'processing finished processing waiting',
    'processing finished finished processing',
    'finished finished finished finished',
    'finished finished finished finished',
  ])
  expect(session.data<{ credits: number }>('GET', '/users/me').credits).toBe(119)
})

test('a list moves nothing, a task moves what it depends on', () => {
  const session = open()
  const file = session.data<Task>('POST', '/import/url', { url })
  const made = session.data<Task>('POST', '/convert', { input: file.id, output_format: 'txt' })
  const status = (id: string) => session.data<Task[]>('GET', '/tasks').find((task) => task.id === id)!.status
  expect([status(file.id), status(made.id)]).toEqual(['waiting', 'waiting'])
  session.data('GET', `/tasks/${made.id}`)
  session.data('GET', `/tasks/${made.id}`)
  expect([status(file.id), status(made.id)]).toEqual(['finished', 'processing'])
})

test('ids, times and sizes are the same each time', () => {
  expect(open().run(chain)).toEqual(open().run(chain))
})

/** What the last task of a job made. */
test.each<[string, object, object]>([
  ['import/url', { url: 'https://example.com/a/b%20c.pdf?d=e' }, { files: [{ filename: 'b%20c.pdf' }] }],
  ['import/base64', { file: 'JVBERi0=', filename: 'a.pdf' }, { files: [{ filename: 'a.pdf' }] }],
  ['import/raw', { file: 'text', filename: 'a.txt' }, { files: [{ filename: 'a.txt' }] }],
  ['convert', { input: 'a', output_format: 'png' }, { files: [{ filename: 'report.png' }] }],
  ['convert', { input: 'a', output_format: 'png', filename: 'x.png' }, { files: [{ filename: 'x.png' }] }],
  ['optimize', { input: 'a' }, { files: [{ filename: 'report.docx' }] }],
  ['watermark', { input: 'a', text: 'Draft' }, { files: [{ filename: 'report.docx' }] }],
  ['thumbnail', { input: 'a', output_format: 'webp' }, { files: [{ filename: 'report.webp' }] }],
  ['merge', { input: ['a', 'b'], output_format: 'pdf' }, { files: [{ filename: 'merged.pdf' }] }],
  ['archive', { input: ['a', 'b'], output_format: 'zip' }, { files: [{ filename: 'archive.zip' }] }],
  [
    'capture-website',
    { url: 'https://example.org/x', output_format: 'pdf' },
    { files: [{ filename: 'example.org.pdf' }] },
  ],
  ['metadata', { input: 'b' }, { metadata: { FileType: 'PDF', PageCount: 3 } }],
  ['export/url', { input: ['a', 'b'] }, { files: [{ filename: 'report.docx' }, { filename: 'annex.pdf' }] }],
  ['export/url', { input: ['a', 'b'], archive_multiple_files: true }, { files: [{ filename: 'archive.zip' }] }],
  [
    'export/s3',
    { input: 'a', bucket: 'b', region: 'eu-central-1', access_key_id: 'i', secret_access_key: 's' },
    { files: [{ filename: 'report.docx' }] },
  ],
])('%s %j makes %j', (operation, fields, result) => {
  const imports = {
    a: { operation: 'import/url', url },
    b: { operation: 'import/url', url: 'https://example.com/annex.pdf' },
  }
  const job = open().run({ ...imports, last: { operation, ...fields } })
  expect(job.status).toBe('finished')
  expect(job.tasks.at(-1)!.result).toMatchObject(result)
})

test('only an export has addresses, and every file of it', () => {
  const job = open().run(chain)
  expect(job.tasks.map(({ result }) => result!.files!.map((file) => 'url' in file))).toEqual([[false], [false], [true]])
})

test('an upload waits for a browser', () => {
  const session = open()
  const tasks = { import: { operation: 'import/upload' }, export: { operation: 'export/url', input: 'import' } }
  const { id } = session.data<Job>('POST', '/jobs', { tasks })
  for (let look = 0; look < 5; look++) session.data('GET', `/jobs/${id}`)
  const job = session.data<Job>('GET', `/jobs/${id}`)
  expect(job.status).toBe('waiting')
  expect(job.tasks[0]).toMatchObject({ message: 'Waiting for upload', result: { form: { parameters: {} } } })
})

test('a failure goes down the chain, and is told in the tasks', () => {
  const session = open()
  const job = session.run({ ...chain, import: { operation: 'import/url', url: 'https://files.invalid/a.pdf' } })
  expect(job.status).toBe('error')
  expect(job.tasks.map(({ code }) => code)).toEqual(['DOWNLOAD_FAILED', 'INPUT_TASK_FAILED', 'INPUT_TASK_FAILED'])
  expect(session.data<{ credits: number }>('GET', '/users/me').credits).toBe(120)
})

test('a failure that is ignored stops nothing', () => {
  const missing = { operation: 'import/url', url: 'https://files.invalid/a.pdf', ignore_error: true }
  const job = open().run({
    missing,
    there: { operation: 'import/url', url },
    zip: { operation: 'archive', input: ['missing', 'there'], output_format: 'zip' },
  })
  expect(job.status).toBe('finished')
  expect(job.tasks.map(({ status }) => status)).toEqual(['error', 'finished', 'finished'])
})

test('a task that costs more than is left fails; without any credits nothing begins', () => {
  const session = open({ credits: 1 })
  const job = session.run({
    a: { operation: 'import/url', url },
    one: { operation: 'convert', input: 'a', output_format: 'pdf' },
    two: { operation: 'convert', input: 'one', output_format: 'txt' },
  })
  expect(job.tasks.map(({ code, credits }) => [code, credits])).toEqual([
    [null, 0],
    [null, 1],
    ['CREDITS_EXCEEDED', 0],
  ])
  const refusal = { message: 'Your account has run out of conversion minutes', code: 'CREDITS_EXCEEDED' }
  expect(session.ask('POST', '/jobs', { tasks: chain })).toEqual({ status: 402, body: refusal })
  expect(session.ask('POST', '/import/url', { url })).toEqual({ status: 402, body: refusal })
})

interface Page {
  data: { id: string; status: string; operation?: string; tasks?: Task[]; payload?: object }[]
  links: Record<string, string | null>
  meta: Record<string, number | string | null>
}

const list = (path: string) => open().ask('GET', path).body as unknown as Page

test('jobs come newest first, page by page', () => {
  expect(list('/jobs?per_page=3').data.map(({ status }) => status)).toEqual(['processing', 'finished', 'error'])
  expect(list('/jobs?per_page=3')).toMatchObject({
    links: { first: `${BASE}/jobs?page=1`, last: null, prev: null, next: `${BASE}/jobs?page=2` },
    meta: { current_page: 1, from: 1, to: 3, per_page: 3, path: `${BASE}/jobs` },
  })
  expect(list('/jobs?per_page=3&page=2')).toMatchObject({
    links: { prev: `${BASE}/jobs?page=1`, next: null },
    meta: { current_page: 2, from: 4, to: 4 },
  })
  expect(list('/jobs?page=9')).toMatchObject({ data: [], links: { next: null }, meta: { from: null, to: null } })
  expect(list('/jobs').meta['per_page']).toBe(100)
  for (const bad of ['per_page=0', 'per_page=101', 'page=0', 'page=x']) {
    expect(open().ask('GET', `/jobs?${bad}`).status).toBe(422)
  }
})

test('filters have brackets; without them a name means nothing', () => {
  expect(list('/jobs?filter[status]=error').data).toHaveLength(1)
  expect(list('/jobs?filter%5Btag%5D=contracts&filter%5Bstatus%5D=finished').data).toHaveLength(1)
  expect(list('/jobs?filter[tag]=contracts&filter[status]=error').data).toHaveLength(0)
  expect(list('/jobs?status=error').data).toHaveLength(4)
  const tasks = list('/tasks?filter[operation]=import/url&filter[job_id]=6559c281-ed85-4728-80db-414561c631e9')
  expect(tasks.data.map(({ operation }) => operation)).toEqual(['import/url', 'import/url'])
})

test('what is left out is there when it is asked for', () => {
  expect(list('/jobs').data.some(({ tasks }) => tasks)).toBe(false)
  expect(list('/jobs?include=tasks').data.every(({ tasks }) => tasks?.length)).toBe(true)
  expect(list('/tasks').data.some(({ payload }) => payload)).toBe(false)
  const task = open().data<object>('GET', '/tasks/c85f3ca9-164c-4e89-8ae2-c08192a7cb08?include=payload,job,retries')
  expect(task).toMatchObject({ payload: { output_format: 'pdf' }, retries: [], job: { tag: 'invoices-2026-01' } })
  expect(task).not.toHaveProperty('depends_on_tasks')
})

test('a job that is deleted is gone with its tasks', () => {
  const session = open()
  expect(session.ask('DELETE', '/jobs/bf2d7ls9o63e6o6klql3be6syo')).toEqual({ status: 204, body: '' })
  expect(session.ask('GET', '/jobs/bf2d7ls9o63e6o6klql3be6syo').status).toBe(404)
  expect(session.ask('GET', '/tasks/bf2d7ls9o63e6o6klql3be6syo').status).toBe(404)
  expect(session.ask('DELETE', '/jobs/bf2d7ls9o63e6o6klql3be6syo').status).toBe(404)
})

test('it says that there were too many requests, and for how long to wait', () => {
  expect(demo.refuse(429)).toMatchObject({ status: 429, headers: { 'retry-after': '60' } })
  expect(demo.refuse(500).status).toBe(500)
})
