// /services of the fake: the list with its filters, one service, and its end.
import { type VendorReply } from '../../contract/http.ts'
import { isObject, type Value } from '../../contract/value.ts'
import { answerJson } from '../answer-json.ts'
import { keepBetween, readChoices, showPage } from './page.ts'
import { Refusal } from './refusal.ts'
import { REGIONS, RUNTIMES, TYPES } from './service-body.ts'
import { type Fields, type RenderState } from './state.ts'

interface Filter {
  name: string
  pick: (service: Fields) => Value | undefined
  choices?: readonly string[]
}

export function listServices(state: RenderState, url: URL): VendorReply {
  const filters: Filter[] = [
    { name: 'name', pick: ({ name }) => name },
    { name: 'type', pick: ({ type }) => type, choices: TYPES },
    { name: 'environmentId', pick: ({ environmentId }) => environmentId },
    { name: 'env', pick: (service) => readDetail(service, 'runtime'), choices: RUNTIMES },
    { name: 'region', pick: (service) => readDetail(service, 'region'), choices: REGIONS },
    { name: 'suspended', pick: ({ suspended }) => suspended, choices: ['suspended', 'not_suspended'] },
    { name: 'ownerId', pick: ({ ownerId }) => ownerId },
  ]
  let found: readonly Fields[] = state.services
  for (const { name, pick, choices } of filters) {
    const wanted = readChoices(url, name, true, choices)
    if (wanted.length) found = found.filter((service) => wanted.includes(String(pick(service))))
  }
  if (url.searchParams.get('includePreviews') === 'false') {
    found = found.filter((service) => readDetail(service, 'parentServer') === undefined)
  }
  found = keepBetween(url, 'created', found, ({ createdAt }) => createdAt)
  found = keepBetween(url, 'updated', found, ({ updatedAt }) => updatedAt)
  return answerJson(200, showPage(url, 'service', found))
}

/** @throws Refusal 404 */
export function findService(state: RenderState, id: string): Fields {
  const service = state.services.find((candidate) => candidate['id'] === id)
  if (!service) throw new Refusal(404, `not found: ${id}`)
  return service
}

/** The state without a service and what belongs to it. */
export function removeService(state: RenderState, id: string): RenderState {
  findService(state, id)
  return {
    ...state,
    services: state.services.filter((service) => service['id'] !== id),
    deploys: state.deploys.filter(({ serviceId }) => serviceId !== id),
    jobs: state.jobs.filter(({ serviceId }) => serviceId !== id),
  }
}

function readDetail({ serviceDetails }: Fields, name: string): Value | undefined {
  return isObject(serviceDetails) ? serviceDetails[name] : undefined
}
