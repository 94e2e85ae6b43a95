// Jobs and tasks as the vendor shows them. https://cloudconvert.com/docs/api-reference/tasks
import { type Value } from '../../contract/value.ts'
import { findOperation } from './operations.ts'
import { type CloudConvertState, type Fields, type StoredJob, type StoredTask } from './state.ts'

export const BASE = 'https://api.cloudconvert.com/v2'

/** A job, with its tasks where they are wanted. */
export function showJob(state: CloudConvertState, job: StoredJob, withTasks: boolean): Fields {
  const tasks = state.tasks.filter(({ job_id }) => job_id === job.id)
  const started = tasks.map(({ started_at }) => started_at).filter((time) => time !== null)
  const isOver = tasks.every(({ status }) => status === 'finished' || status === 'error')
  return {
    id: job.id,
    tag: job.tag,
    status: readStatus(tasks, isOver),
    created_at: job.created_at,
    started_at: started.toSorted()[0] ?? null,
    ended_at: isOver
      ? (tasks
          .map(({ ended_at }) => ended_at ?? '')
          .toSorted()
          .at(-1) ?? null)
      : null,
    ...(withTasks && { tasks: tasks.map((task) => showTask(state, task)) }),
    links: { self: `${BASE}/jobs/${job.id}` },
  }
}

function readStatus(tasks: readonly StoredTask[], isOver: boolean): string {
  if (!isOver) return tasks.some(({ status }) => status !== 'waiting') ? 'processing' : 'waiting'
  const failed = tasks.some(({ status, payload }) => status === 'error' && payload['ignore_error'] !== true)
  return failed ? 'error' : 'finished'
}

const PERCENT = { waiting: 0, processing: 50, finished: 100, error: 100 }

/** @param include what the query asks for beside: `payload`, `retries`, `depends_on_tasks`, `job` */
export function showTask(state: CloudConvertState, task: StoredTask, include: readonly string[] = []): Fields {
  const engine = findOperation(task.operation)?.engine
  const job = state.jobs.find(({ id }) => id === task.job_id)
  const inputs = state.tasks.filter(({ id }) => task.inputs.includes(id))
  return {
    id: task.id,
    ...(task.name !== null && { name: task.name }),
    job_id: task.job_id,
    status: task.status,
    credits: task.credits,
    code: task.code,
    message: task.message,
    percent: PERCENT[task.status],
    operation: task.operation,
    ...(engine && { engine: task.payload['engine'] ?? engine[0] }),
    ...(engine && { engine_version: task.payload['engine_version'] ?? engine[1] }),
    ...(include.includes('payload') && { payload: task.payload }),
    result: task.result,
    created_at: task.created_at,
    started_at: task.started_at,
    ended_at: task.ended_at,
    retry_of_task_id: null,
    copy_of_task_id: null,
    ...(include.includes('retries') && { retries: [] }),
    host_name: task.started_at === null ? null : 'leta',
    storage: null,
    depends_on_task_ids: task.inputs,
    ...(include.includes('depends_on_tasks') && { depends_on_tasks: inputs.map((input) => showTask(state, input)) }),
    ...(include.includes('job') && { job: job ? showJob(state, job, false) : null }),
    links: { self: `${BASE}/tasks/${task.id}` },
  }
}

/** The page of a list that a query asks for. */
export function showPage(path: string, items: readonly Value[], query: URLSearchParams): Fields {
  const size = Number(query.get('per_page') ?? 100)
  const page = Number(query.get('page') ?? 1)
  const start = (page - 1) * size
  const shown = items.slice(start, start + size)
  const address = (number: number) => `${BASE}${path}?page=${number}`
  return {
    data: shown,
    links: {
      first: address(1),
      last: null,
      prev: page > 1 ? address(page - 1) : null,
      next: start + size < items.length ? address(page + 1) : null,
    },
    meta: {
      current_page: page,
      from: shown.length ? start + 1 : null,
      path: BASE + path,
      per_page: size,
      to: shown.length ? start + shown.length : null,
    },
  }
}
