// Deploys of a service in the fake: the list with its filters, one deploy, and a new one.
import { type VendorReply } from '../../contract/http.ts'
import { answerJson } from '../answer-json.ts'
import { type DemoAnswer } from '../vendor.ts'
import { keepBetween, readChoices, showPage } from './page.ts'
import { Refusal } from './refusal.ts'
import { findService } from './services.ts'
import { type Fields, formatTime, nextId, type RenderState } from './state.ts'

const STATUSES = [
  'created',
  'queued',
  'build_in_progress',
  'update_in_progress',
  'live',
  'deactivated',
  'build_failed',
  'update_failed',
  'canceled',
  'pre_deploy_in_progress',
  'pre_deploy_failed',
]

export function listDeploys(state: RenderState, serviceId: string, url: URL): VendorReply {
  findService(state, serviceId)
  const wanted = readChoices(url, 'status', false, STATUSES)
  let found: readonly Fields[] = deploysOf(state, serviceId)
  if (wanted.length) found = found.filter(({ status }) => wanted.includes(String(status)))
  for (const time of ['created', 'updated', 'finished']) {
    found = keepBetween(url, time, found, (deploy) => deploy[`${time}At`])
  }
  return answerJson(200, showPage(url, 'deploy', found))
}

export function showDeploy(state: RenderState, serviceId: string, id: string): VendorReply {
  findService(state, serviceId)
  const deploy = deploysOf(state, serviceId).find((candidate) => candidate['id'] === id)
  if (!deploy) throw new Refusal(404, `not found: ${id}`)
  return answerJson(200, deploy)
}

/** A new deploy of what the newest one ran. */
export function addDeploy(state: RenderState, serviceId: string, clock: number): DemoAnswer<RenderState> {
  findService(state, serviceId)
  const { id, state: counted } = nextId(state, 'dep')
  const { commit, image } = deploysOf(state, serviceId)[0] ?? {}
  const time = formatTime(clock)
  const deploy: Fields = {
    id,
    commit: commit ?? null,
    ...(image !== undefined && { image }),
    status: 'build_in_progress',
    trigger: 'api',
    createdAt: time,
    updatedAt: time,
    startedAt: time,
    finishedAt: null,
  }
  return {
    state: { ...counted, deploys: [{ serviceId, deploy }, ...state.deploys] },
    reply: answerJson(201, deploy),
  }
}

function deploysOf(state: RenderState, id: string): Fields[] {
  return state.deploys.flatMap(({ serviceId, deploy }) => (serviceId === id ? [deploy] : []))
}
