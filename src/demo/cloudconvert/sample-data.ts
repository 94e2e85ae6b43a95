// Sample data of the fake: an account with finished, failed and running jobs, and every id that the reference page prints.
import { DEMO_CLOCK } from '../vendor.ts'
import { findOperation } from './operations.ts'
import { type CloudConvertState, type Fields, formatTime, type StoredTask } from './state.ts'

/** The account that the demo key belongs to; its credits are part of the state. */
export const user = { id: 1041, username: 'ada', email: 'ada@example.com', created_at: '2024-03-08T09:15:42+00:00' }

/** The id that the reference page prints for a job and for a task alike. */
const PRINTED = 'bf2d7ls9o63e6o6klql3be6syo'

const MINUTE = 60_000

export function createSampleState(): CloudConvertState {
  return { made: 0, credits: 120, jobs: jobs.map(({ tag, id, at }) => ({ id, tag, created_at: at })), tasks }
}

function minutesAgo(count: number): string {
  return formatTime(DEMO_CLOCK - count * MINUTE)
}

const jobs = [
  { id: '6559c281-ed85-4728-80db-414561c631e9', tag: 'contracts', at: minutesAgo(420) },
  { id: 'cd82535b-0614-4b23-bbba-b24ab0e892f7', tag: 'newsletter', at: minutesAgo(190) },
  { id: PRINTED, tag: 'invoices-2026-01', at: minutesAgo(42) },
  { id: 'c677ccf7-8876-4f48-bb96-0ab8e0d88cd7', tag: null, at: minutesAgo(1) },
]

interface Sample extends Partial<StoredTask> {
  id: string
  operation: string
  payload: Fields
}

/** A finished task, with whatever is otherwise. */
function sample(job: (typeof jobs)[number], name: string, given: Sample): StoredTask {
  const began = formatTime(Date.parse(job.at) + 2_000)
  const ended = formatTime(Date.parse(job.at) + 9_000)
  return {
    name,
    job_id: job.id,
    status: 'finished',
    code: null,
    message: null,
    credits: findOperation(given.operation)!.cost,
    result: null,
    created_at: job.at,
    started_at: began,
    ended_at: ended,
    inputs: [],
    ...given,
    payload: { operation: given.operation, ...given.payload },
  }
}

const files = (filename: string, size: number): Fields => ({ files: [{ filename, size }] })

function link(id: string, filename: string, size: number): Fields {
  const url = `https://storage.cloudconvert.com/tasks/${id}/${filename}?Expires=1768564920&Signature=demo`
  return { files: [{ filename, size, url }] }
}

const failed = { status: 'error', credits: 0 } as const
const waiting = { status: 'waiting', credits: null, started_at: null, ended_at: null } as const
const [contracts, newsletter, invoice, running] = jobs as [Job, Job, Job, Job]
type Job = (typeof jobs)[number]

const tasks: StoredTask[] = [
  sample(contracts, 'import-1', {
    id: '7f110c42-3245-41cf-8555-37087c729ed2',
    operation: 'import/url',
    payload: { url: 'https://example.com/contract.pdf', filename: 'contract.pdf' },
    result: files('contract.pdf', 184_220),
  }),
  sample(contracts, 'import-2', {
    id: '7a142bd0-fa20-493e-abf5-99cc9b5fd7e9',
    operation: 'import/url',
    payload: { url: 'https://example.com/annex.pdf', filename: 'annex.pdf' },
    result: files('annex.pdf', 92_751),
  }),
  sample(contracts, 'merge', {
    id: '36af6f54-1c01-45cc-bcc3-97dd23d2f93d',
    operation: 'merge',
    payload: { input: ['import-1', 'import-2'], output_format: 'pdf' },
    inputs: ['7f110c42-3245-41cf-8555-37087c729ed2', '7a142bd0-fa20-493e-abf5-99cc9b5fd7e9'],
    result: files('merged.pdf', 276_004),
  }),
  sample(contracts, 'export', {
    id: 'eed87242-577e-4e3e-8178-9edbe51975dd',
    operation: 'export/url',
    payload: { input: 'merge' },
    inputs: ['36af6f54-1c01-45cc-bcc3-97dd23d2f93d'],
    result: link('eed87242-577e-4e3e-8178-9edbe51975dd', 'merged.pdf', 276_004),
  }),
  sample(newsletter, 'import', {
    id: '22be63c2-0e3f-4909-9c2a-2261dc540aba',
    operation: 'import/url',
    payload: { url: 'https://files.example.invalid/intro.mp4', filename: 'intro.mp4' },
    ...failed,
    code: 'DOWNLOAD_FAILED',
    message: 'Could not resolve host: files.example.invalid',
  }),
  sample(newsletter, 'thumbnail', {
    id: '6df0920a-7042-4e87-be52-f38a0a29a67e',
    operation: 'thumbnail',
    payload: { input: 'import', output_format: 'png', width: 640 },
    inputs: ['22be63c2-0e3f-4909-9c2a-2261dc540aba'],
    ...failed,
    started_at: null,
    code: 'INPUT_TASK_FAILED',
    message: 'Input task has failed',
  }),
  sample(invoice, 'import', {
    id: '73df1e16-fd8b-47a1-a156-f197babde91a',
    operation: 'import/url',
    payload: { url: 'https://example.com/invoice-0042.docx', filename: 'invoice-0042.docx' },
    result: files('invoice-0042.docx', 48_310),
  }),
  sample(invoice, 'convert', {
    id: 'c85f3ca9-164c-4e89-8ae2-c08192a7cb08',
    operation: 'convert',
    payload: { input: 'import', output_format: 'pdf' },
    inputs: ['73df1e16-fd8b-47a1-a156-f197babde91a'],
    result: files('invoice-0042.pdf', 61_877),
  }),
  sample(invoice, 'export', {
    id: PRINTED,
    operation: 'export/url',
    payload: { input: 'convert' },
    inputs: ['c85f3ca9-164c-4e89-8ae2-c08192a7cb08'],
    result: link(PRINTED, 'invoice-0042.pdf', 61_877),
  }),
  sample(running, 'capture-website', {
    id: '22b3d686-126b-4fe2-8238-a9781cd023d9',
    operation: 'capture-website',
    payload: { url: 'https://example.org/pricing', output_format: 'png' },
    status: 'processing',
    credits: null,
    ended_at: null,
  }),
  sample(running, 'export', {
    id: '15281118-acc3-441f-970d-39a49457d9e5',
    operation: 'export/url',
    payload: { input: 'capture-website' },
    inputs: ['22b3d686-126b-4fe2-8238-a9781cd023d9'],
    ...waiting,
  }),
]
