// Making jobs and tasks in the fake: what it checks, and what it keeps.
import { type VendorReply } from '../../contract/http.ts'
import { isObject, type Value } from '../../contract/value.ts'
import { checkTask, isAddress } from './check-task.ts'
import { findOperation } from './operations.ts'
import { creditsExceeded, invalidData } from './refusals.ts'
import { type CloudConvertState, type Fields, formatTime, makeId, type StoredTask } from './state.ts'

type Made = { state: CloudConvertState; id: string } | { refusal: VendorReply }

/** Makes a job of `{ tasks: { name: { operation, … } }, tag, webhook_url }`. */
export function createJob(state: CloudConvertState, body: Value, now: number): Made {
  const fields = isObject(body) ? body : {}
  const tasks = isObject(fields['tasks']) ? fields['tasks'] : {}
  const problems = checkJob(fields, tasks)
  if (problems.length) return { refusal: invalidData(problems) }
  if (state.credits <= 0) return { refusal: creditsExceeded() }
  const id = makeId(state.made + 1)
  const names = Object.keys(tasks)
  const ids = new Map(names.map((name, index) => [name, makeId(state.made + 2 + index)]))
  const made = names.map((name) => {
    const payload = tasks[name] as Fields
    const inputs = listInputs(payload).map((input) => ids.get(input)!)
    const own = { id: ids.get(name)!, name, job_id: id, operation: payload['operation'] as string }
    return makeTask({ ...own, payload, inputs }, now)
  })
  const tag = typeof fields['tag'] === 'string' ? fields['tag'] : null
  const job = { id, tag, created_at: formatTime(now) }
  const count = state.made + 1 + made.length
  return { state: { ...state, made: count, jobs: [...state.jobs, job], tasks: [...state.tasks, ...made] }, id }
}

/** Makes a task outside any job; its inputs are ids of other tasks. */
export function createTask(state: CloudConvertState, operation: string, body: Value, now: number): Made {
  const payload = isObject(body) ? body : {}
  const problems = checkTask(operation, payload)
  const inputs = listInputs(payload)
  const known = new Set(state.tasks.map(({ id }) => id))
  if (inputs.some((input) => !known.has(input))) problems.push(['input', 'The selected input is invalid.'])
  if (problems.length) return { refusal: invalidData(problems) }
  if (state.credits <= 0) return { refusal: creditsExceeded() }
  const id = makeId(state.made + 1)
  const task = makeTask({ id, name: null, job_id: null, operation, payload, inputs }, now)
  return { state: { ...state, made: state.made + 1, tasks: [...state.tasks, task] }, id }
}

function checkJob(fields: Fields, tasks: Fields): [field: string, message: string][] {
  const names = Object.keys(tasks)
  if (!names.length) return [['tasks', 'The tasks field is required.']]
  const problems = names.flatMap((name) => checkNamed(name, tasks[name]!, names).map(say(name)))
  const { webhook_url: webhook, tag } = fields
  if (webhook !== undefined && !isAddress(webhook)) {
    problems.push(['webhook_url', 'The webhook url format is invalid.'])
  }
  if (tag !== undefined && typeof tag !== 'string') problems.push(['tag', 'The tag must be a string.'])
  return problems
}

function checkNamed(name: string, task: Value, names: readonly string[]): string[] {
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return ['The name may only contain letters, numbers, dashes and underscores.']
  const operation = isObject(task) ? task['operation'] : undefined
  if (!isObject(task) || typeof operation !== 'string') return ['The operation field is required.']
  if (!findOperation(operation)) return ['The selected operation is invalid.']
  const messages = checkTask(operation, task).map(([, message]) => message)
  const isKnown = listInputs(task).every((input) => names.includes(input))
  return isKnown ? messages : [...messages, 'The selected input is invalid.']
}

/** The vendor says which task it means inside the message, under the one field `tasks`. */
function say(name: string): (message: string) => [field: string, message: string] {
  return (message) => ['tasks', `Task ${name}: ${message}`]
}

function listInputs({ input }: Fields): string[] {
  if (Array.isArray(input)) return input.filter((item) => typeof item === 'string')
  return typeof input === 'string' ? [input] : []
}

type Given = Pick<StoredTask, 'id' | 'name' | 'job_id' | 'operation' | 'payload' | 'inputs'>

function makeTask(given: Given, now: number): StoredTask {
  const isUpload = given.operation === 'import/upload'
  return {
    ...given,
    status: 'waiting',
    code: null,
    message: isUpload ? 'Waiting for upload' : null,
    credits: null,
    result: isUpload ? { form: makeForm(given.id, now) } : null,
    created_at: formatTime(now),
    started_at: null,
    ended_at: null,
  }
}

/** Where a browser would send the file. Nothing listens there. */
function makeForm(id: string, now: number): Fields {
  const parameters = {
    expires: Math.floor(now / 1000) + 24 * 3600,
    max_file_count: 1,
    max_file_size: 10_000_000_000,
    signature: 'demo',
  }
  return { url: `https://upload.cloudconvert.com/${id}/`, parameters }
}
