// Cancelling and deleting in the fake.
import { type CloudConvertState, formatTime, type StoredTask } from './state.ts'

export function deleteJob(state: CloudConvertState, id: string): CloudConvertState {
  return {
    ...state,
    jobs: state.jobs.filter((job) => job.id !== id),
    tasks: state.tasks.filter(({ job_id }) => job_id !== id),
  }
}

export function deleteTask(state: CloudConvertState, id: string): CloudConvertState {
  return { ...state, tasks: state.tasks.filter((task) => task.id !== id) }
}

/** The state with a task cancelled, or null when it has ended already. */
export function cancelTask(state: CloudConvertState, task: StoredTask, now: number): CloudConvertState | null {
  if (task.status === 'finished' || task.status === 'error') return null
  const ended = { status: 'error' as const, code: 'CANCELLED', message: 'Cancelled by user', ended_at: formatTime(now) }
  return { ...state, tasks: state.tasks.map((other) => (other.id === task.id ? { ...task, ...ended } : other)) }
}
