// What we send, and what the demo vendor answers, against Render's own specification and our own definition.
// Render publishes no npm package for this API (its command line is written in Go, `@renderinc/sdk` is for Workflows), so
// there is no SDK to agree with: the specification, and recordings of the vendor's Terraform provider, stand in for it.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { type VendorReply, type VendorRequest } from '../../../src/contract/http.ts'
import { formatJson, isObject, parseJson, type Value } from '../../../src/contract/value.ts'
import { demo } from '../../../src/demo/render.ts'
import { DEMO_CLOCK } from '../../../src/demo/vendor.ts'
import { checkArguments } from '../../../src/vendor/arguments.ts'
import { planCall } from '../../../src/vendor/plan.ts'
import { findValidator, showValue } from '../../../src/vendor/validator.ts'
import { openSpecification } from '../openapi.ts'
import { table } from './wire.ts'

const render = loadCatalog().integrations['render']!
const specification = openSpecification('render-openapi.json', { closed: true })

/** Fields that Render sends and takes (recorded, and in its command line of August 2026), and the specification lacks. */
const NEWER = ['autoDeployTrigger']

/** A body without what the specification is behind in, and without null, which Render sends where it says nothing of it. */
function adapt(value: Value): Value {
  if (Array.isArray(value)) return value.map(adapt)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name, field]) => field !== null && !NEWER.includes(name))
  return Object.fromEntries(kept.map(([name, field]) => [name, adapt(field)]))
}

const adaptText = (text: string | null): string | null => (text ? formatJson(adapt(parseJson(text))) : text)

const steps = table.cases.flatMap(({ function: fn, name, steps: made }) =>
  made.map((step, at) => [`${fn}, ${name}, ${at + 1}`, step] as const),
)

describe.skipIf(!specification)('the wire table against the specification', () => {
  test.each(steps)('request: %s', (_name, { method, path, body }) => {
    expect(specification!.checkRequest({ method, path, body: adaptText(body) })).toEqual([])
  })

  test('every operation of our functions is one of the specification, with its method', () => {
    const sent = render.functions.map(
      ({ request }) => `${request!.method} ${request!.path.replaceAll(/\{\w+\}/g, 'x')}`,
    )
    for (const spoken of new Set(sent)) {
      const [method = '', path = ''] = spoken.split(' ')
      const body = method === 'POST' ? '{"type":"web_service","name":"n","ownerId":"tea-1"}' : null
      expect([spoken, specification!.checkRequest({ method, path, body })]).toEqual([spoken, []])
    }
    expect(specification!.checkRequest({ method: 'GET', path: '/deploys/dep-1', body: null })).not.toEqual([])
  })
})

/** Calls that work on fresh sample data: all functions, and a new service of every type. */
const REPO = { repo: 'https://github.com/otter-labs/new', runtime: 'node', build_command: 'b', start_command: 's' }
const calls: [name: string, args: object][] = [
  ['list_services', {}],
  ['list_services', { limit: 2, type: ['web_service', 'cron_job'], include_previews: false }],
  ...['srv-cabc12345678', 'crn-d3n1ght7ly73repo0rt0', 'srv-d2th7mb9a1l73wrk8r50', 'srv-d1s34rch0pr1v73svc90'].map(
    (id): [string, object] => ['get_service', { service_id: id }],
  ),
  ['get_service', { service_id: 'srv-d0st4t1cs1te73otter0' }],
  ['create_service', { type: 'web_service', name: 'a', ...REPO, env_vars: { A: '1' }, auto_deploy_trigger: 'off' }],
  ['create_service', { type: 'web_service', name: 'b', image: 'nginx', disk: { name: 'd', mount_path: '/d' } }],
  ['create_service', { type: 'private_service', name: 'c', repo: REPO.repo, runtime: 'docker', region: 'ohio' }],
  ['create_service', { type: 'background_worker', name: 'd', ...REPO, pre_deploy_command: 'p' }],
  ['create_service', { type: 'cron_job', name: 'e', ...REPO, schedule: '0 6 * * *', plan: 'pro' }],
  ['create_service', { type: 'static_site', name: 'f', repo: REPO.repo, previews: 'automatic' }],
  ['list_deploys', { service_id: 'srv-cabc12345678', status: ['live', 'build_failed'] }],
  ['list_deploys', { service_id: 'srv-d2th7mb9a1l73wrk8r50' }],
  ['get_deploy', { deploy_id: 'dep-cabc12345678' }],
  ['get_deploy', { deploy_id: 'dep-d5kbu1ld1ng73now0000', service_id: 'srv-cabc12345678' }],
  ['list_jobs', { service_id: 'srv-cabc12345678', status: ['succeeded', 'running'] }],
  ['list_jobs', { service_id: 'srv-d1s34rch0pr1v73svc90' }],
  ['get_current_user', {}],
]

interface Spoken {
  request: VendorRequest
  reply: VendorReply
}

/** Makes a call on fresh sample data. */
function speak(name: string, args: object): { spoken: Spoken[]; value: Value } {
  const fn = render.functions.find((candidate) => candidate.name === name)!
  const plan = planCall(render, fn, checkArguments(fn, JSON.stringify(args)), demo.settings)
  const spoken: Spoken[] = []
  let state = demo.initial()
  let step = plan.next()
  while (!step.done) {
    const request = step.value
    const headers = { accept: 'application/json', authorization: `Bearer ${demo.secrets['api_key']}` }
    const answer = demo.answer(state, { ...request, headers }, DEMO_CLOCK)
    state = answer.state
    spoken.push({ request, reply: answer.reply })
    step = plan.next(answer.reply)
  }
  return { spoken, value: step.value }
}

const pathOf = ({ url }: VendorRequest) => url.slice(demo.settings['url']!.length)

describe('the demo vendor', () => {
  const named = calls.map(([name, args]) => [`${name} ${JSON.stringify(args)}`, name, args] as const)

  test('is asked by every function', () => {
    expect([...new Set(calls.map(([name]) => name))].sort()).toEqual(render.functions.map(({ name }) => name).sort())
  })

  test.skipIf(!specification).each(named)('speaks as the specification says: %s', (_title, name, args) => {
    for (const { request, reply } of speak(name, args).spoken) {
      const said = { method: request.method, path: pathOf(request), body: adaptText(request.body) }
      expect(specification!.checkRequest(said)).toEqual([])
      expect(specification!.checkReply(said, { ...reply, body: adaptText(reply.body)! })).toEqual([])
    }
  })

  test.each(named)('gives what the page promises: %s', (_title, name, args) => {
    const { output } = render.functions.find((fn) => fn.name === name)!
    expect(findValidator(output).safeParse(showValue(speak(name, args).value)).error?.issues).toBeUndefined()
  })

  test('says null where Render does: a deploy of an image has no commit, and one under way no end', () => {
    const [deploys] = speak('list_deploys', { service_id: 'srv-d2th7mb9a1l73wrk8r50' }).spoken
    expect(deploys!.reply.body).toContain('"commit":null')
    const [deploy] = speak('get_deploy', {
      deploy_id: 'dep-d5kbu1ld1ng73now0000',
      service_id: 'srv-cabc12345678',
    }).spoken
    expect(deploy!.reply.body).toContain('"finishedAt":null')
  })
})

/** A request that creates a service as Render's own Terraform provider sent it, and Render's reply. */
interface Recorded {
  /** Kind of service and name of the recording. */
  name: string
  /** The same wishes as arguments of create_service. */
  arguments: object
  request: object
  reply: object
}

// From render-oss/terraform-provider-render, internal/provider/*/resource/testdata/*_cassette.yaml, hosts of staging aside.
const recordings = JSON.parse(readFileSync(new URL('recordings.json', import.meta.url), 'utf8')) as Recorded[]

describe.each(recordings.map((recorded) => [recorded.name, recorded] as const))('recorded: %s', (_name, recorded) => {
  const fn = render.functions.find(({ name }) => name === 'create_service')!
  const plan = planCall(render, fn, checkArguments(fn, JSON.stringify(recorded.arguments)), demo.settings)
  const sent = plan.next().value as VendorRequest
  const given = plan.next({ status: 201, headers: {}, body: JSON.stringify(recorded.reply) }).value as Value

  test('we send what the Terraform provider of Render sends', () => {
    expect(pathOf(sent)).toBe('/services')
    expect(dropEmpty(parseJson(sent.body!))).toEqual(dropEmpty(recorded.request as Value))
  })

  test('the reply is what the page promises, with nothing of it lost', () => {
    expect(findValidator(fn.output).safeParse(showValue(given)).error?.issues).toBeUndefined()
    const { service, deployId } = recorded.reply as { service: { [key: string]: Value }; deployId: string }
    const { url } = service['serviceDetails'] as { url?: string }
    expect(given).toEqual({
      deployId,
      service: { ...service, status: service['suspended'], ...(url !== undefined && { url }) },
    })
  })
})

/**
 * A body without what the provider sends of things that nobody set (null, empty texts and tables), the order of its
 * lists of variables and files, the outdated form of `previews`, and the empty owner of an image, which we fill in.
 */
function dropEmpty(value: Value): Value {
  if (Array.isArray(value)) {
    const isUnordered = value.every((item) => isObject(item) && ('key' in item || 'content' in item))
    const items = value.map(dropEmpty)
    return isUnordered ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items
  }
  if (!isObject(value)) return value
  const outdated = ['pullRequestPreviewsEnabled', 'registryCredential']
  const fields = Object.entries(value)
    .filter(([name]) => !outdated.includes(name) && !(name === 'ownerId' && 'imagePath' in value))
    .map(([name, field]): [string, Value] => [name, dropEmpty(field)])
  return Object.fromEntries(fields.filter(([, field]) => !isEmpty(field)))
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (typeof value === 'object' && !Object.keys(value).length)
}
