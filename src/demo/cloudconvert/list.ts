// The lists of the fake: filters, and pages with the newest first.
import { type VendorReply } from '../../contract/http.ts'
import { answerJson } from '../answer-json.ts'
import { invalidData } from './refusals.ts'
import { showJob, showPage, showTask } from './show.ts'
import { type CloudConvertState } from './state.ts'

export function listJobs(state: CloudConvertState, query: URLSearchParams): VendorReply {
  const withTasks = readInclude(query).includes('tasks')
  const jobs = state.jobs
    .map((job) => showJob(state, job, withTasks))
    .filter((job) => matches(query, 'status', job['status']) && matches(query, 'tag', job['tag']))
  return checkPage(query) ?? answerJson(200, showPage('/jobs', jobs.toReversed(), query))
}

export function listTasks(state: CloudConvertState, query: URLSearchParams): VendorReply {
  const include = readInclude(query)
  const tasks = state.tasks
    .filter((task) => matches(query, 'status', task.status) && matches(query, 'operation', task.operation))
    .filter((task) => matches(query, 'job_id', task.job_id))
    .map((task) => showTask(state, task, include))
  return checkPage(query) ?? answerJson(200, showPage('/tasks', tasks.toReversed(), query))
}

/** Several values stand in one parameter, with commas between them. */
export function readInclude(query: URLSearchParams): string[] {
  return query.get('include')?.split(',') ?? []
}

function matches(query: URLSearchParams, name: string, value: unknown): boolean {
  const wanted = query.get(`filter[${name}]`)
  return wanted === null || wanted === value
}

function checkPage(query: URLSearchParams): VendorReply | null {
  const problems = ['per_page', 'page'].flatMap((name): [string, string][] => {
    const text = query.get(name)
    if (text === null) return []
    const words = name.replace('_', ' ')
    if (!/^\d+$/.test(text) || Number(text) < 1) return [[name, `The ${words} must be an integer of at least 1.`]]
    return name === 'per_page' && Number(text) > 100 ? [[name, `The ${words} may not be greater than 100.`]] : []
  })
  return problems.length ? invalidData(problems) : null
}
