// One-off jobs of a service in the fake: the list with its filters, one job, and a new one.
import { type VendorReply } from '../../contract/http.ts'
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { answerJson } from '../answer-json.ts'
import { type DemoAnswer } from '../vendor.ts'
import { keepBetween, readChoices, showPage } from './page.ts'
import { Refusal } from './refusal.ts'
import { findService } from './services.ts'
import { type Fields, formatTime, nextId, type RenderState } from './state.ts'

const STATUSES = ['pending', 'running', 'succeeded', 'failed', 'canceled']

export function listJobs(state: RenderState, serviceId: string, url: URL): VendorReply {
  findService(state, serviceId)
  const wanted = readChoices(url, 'status', true, STATUSES)
  let found: readonly Fields[] = state.jobs.filter((job) => job['serviceId'] === serviceId)
  if (wanted.length) found = found.filter(({ status }) => wanted.includes(String(status)))
  for (const time of ['created', 'started', 'finished']) {
    found = keepBetween(url, time, found, (job) => job[`${time}At`])
  }
  return answerJson(200, showPage(url, 'job', found))
}

export function showJob(state: RenderState, serviceId: string, id: string): VendorReply {
  findService(state, serviceId)
  const job = state.jobs.find((candidate) => candidate['serviceId'] === serviceId && candidate['id'] === id)
  if (!job) throw new Refusal(404, `not found: ${id}`)
  return answerJson(200, job)
}

export function addJob(
  state: RenderState,
  serviceId: string,
  text: string | null,
  clock: number,
): DemoAnswer<RenderState> {
  findService(state, serviceId)
  const { startCommand, planId } = readBody(text)
  if (typeof startCommand !== 'string' || !startCommand) throw new Refusal(400, 'startCommand is required')
  const { id, state: counted } = nextId(state, 'job')
  const job: Fields = {
    id,
    serviceId,
    startCommand,
    planId: planId ?? 'plan-srv-006',
    status: 'pending',
    createdAt: formatTime(clock),
  }
  return { state: { ...counted, jobs: [job, ...state.jobs] }, reply: answerJson(201, job) }
}

function readBody(text: string | null): Fields {
  let body: Value = null
  try {
    body = parseJson(text ?? '')
  } catch {
    // Refused below, as anything else that is no object.
  }
  if (!isObject(body)) throw new Refusal(400, 'invalid JSON')
  return body
}
