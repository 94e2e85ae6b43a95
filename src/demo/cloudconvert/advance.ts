// Time in the fake: every look at a job or task moves its tasks one step on, from waiting to processing to finished.
import { type MadeFile, makeResult } from './make-result.ts'
import { findOperation } from './operations.ts'
import { type CloudConvertState, formatTime, type StoredTask } from './state.ts'

/** The state after one step of these tasks. `now` is the clock in milliseconds since 1970. */
export function advance(state: CloudConvertState, ids: ReadonlySet<string>, now: number): CloudConvertState {
  const tasks = new Map(state.tasks.map((task) => [task.id, task]))
  const own = () => [...tasks.values()].filter(({ id }) => ids.has(id))
  let credits = state.credits
  for (const task of own().filter(({ status }) => status === 'processing')) {
    const ended = finish(task, tasks, credits, now)
    tasks.set(task.id, ended)
    credits -= ended.credits ?? 0
  }
  // A failure goes down the whole chain at once, whatever the order of its tasks.
  let failed: StoredTask[]
  do {
    failed = own().filter((task) => hasFailedInput(task, tasks))
    for (const task of failed) tasks.set(task.id, failInput(task, now))
  } while (failed.length)
  for (const task of own().filter((candidate) => isReady(candidate, tasks))) {
    tasks.set(task.id, { ...task, status: 'processing', started_at: formatTime(now) })
  }
  return { ...state, credits, tasks: [...tasks.values()] }
}

/** The task and all tasks that it depends on. */
export function withInputs(state: CloudConvertState, id: string): Set<string> {
  const found = new Set([id])
  for (const known of found) {
    for (const input of state.tasks.find((task) => task.id === known)?.inputs ?? []) found.add(input)
  }
  return found
}

type Tasks = ReadonlyMap<string, StoredTask>

/** An upload waits for a browser, and nothing but a browser moves it. */
function isReady(task: StoredTask, tasks: Tasks): boolean {
  const isWaiting = task.status === 'waiting' && task.operation !== 'import/upload'
  return isWaiting && task.inputs.every((id) => ['finished', 'error'].includes(tasks.get(id)?.status ?? 'error'))
}

function hasFailedInput({ status, inputs }: StoredTask, tasks: Tasks): boolean {
  if (status !== 'waiting') return false
  return inputs.some((id) => {
    const input = tasks.get(id)
    return !input || (input.status === 'error' && input.payload['ignore_error'] !== true)
  })
}

function failInput(task: StoredTask, now: number): StoredTask {
  const message = 'Input task has failed'
  return { ...task, status: 'error', code: 'INPUT_TASK_FAILED', message, ended_at: formatTime(now) }
}

function finish(task: StoredTask, tasks: Tasks, credits: number, now: number): StoredTask {
  const files = task.inputs.flatMap((id) => (tasks.get(id)?.result?.['files'] ?? []) as unknown as MadeFile[])
  const { cost } = findOperation(task.operation)!
  const made =
    cost > credits
      ? { code: 'CREDITS_EXCEEDED', message: 'Your account has run out of conversion minutes' }
      : makeResult(task, files, now)
  const ended = { ...task, ended_at: formatTime(now) }
  return 'result' in made
    ? { ...ended, status: 'finished', credits: cost, result: made.result }
    : { ...ended, status: 'error', credits: 0, ...made }
}
