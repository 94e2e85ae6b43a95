// POST /services: the new service with what Render fills in, and its first deploy.
import { isObject, type Value } from '../../contract/value.ts'
import { answerJson } from '../answer-json.ts'
import { type DemoAnswer } from '../vendor.ts'
import { readServiceBody, type ServiceBody } from './service-body.ts'
import { type Fields, formatTime, nextId, type RenderState } from './state.ts'

const PLACES: Record<string, string> = {
  web_service: 'web',
  static_site: 'static',
  private_service: 'pserv',
  background_worker: 'worker',
  cron_job: 'cron',
}

export function createService(state: RenderState, text: string | null, clock: number): DemoAnswer<RenderState> {
  const checked = readServiceBody(text, state.services)
  const isCron = checked.body['type'] === 'cron_job'
  const first = nextId(state, isCron ? 'crn' : 'srv')
  const second = nextId(first.state, 'dsk')
  const third = nextId(second.state, 'dep')
  const service = makeService(checked, first.id, second.id, formatTime(clock))
  const deploy = makeDeploy(checked.body, third.id, formatTime(clock))
  return {
    state: {
      ...third.state,
      services: [service, ...state.services],
      deploys: [{ serviceId: first.id, deploy }, ...state.deploys],
    },
    reply: answerJson(201, { deployId: third.id, service }),
  }
}

function makeService({ body, details }: ServiceBody, id: string, diskId: string, time: string): Fields {
  const { type, name, ownerId, repo, image, branch, autoDeploy, autoDeployTrigger, buildFilter } = body
  const slug = String(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  const mayDeploy = autoDeploy === 'no' || autoDeployTrigger === 'off' ? 'no' : 'yes'
  return keepGiven({
    autoDeploy: mayDeploy,
    autoDeployTrigger: autoDeployTrigger ?? (mayDeploy === 'no' ? 'off' : 'commit'),
    branch: repo === undefined ? undefined : (branch ?? 'main'),
    buildFilter,
    createdAt: time,
    dashboardUrl: `https://dashboard.render.com/${PLACES[String(type)]}/${id}`,
    environmentId: body['environmentId'],
    id,
    imagePath: isObject(image) ? image['imagePath'] : undefined,
    name,
    notifyOnFail: 'default',
    ownerId,
    repo,
    rootDir: body['rootDir'] ?? '',
    serviceDetails: fillDetails(String(type), details, slug, diskId),
    slug,
    suspended: 'not_suspended',
    suspenders: [],
    type,
    updatedAt: time,
  })
}

/** What was asked for, with the vendor's defaults, and the address of a type that has one. */
function fillDetails(type: string, details: Fields, slug: string, diskId: string): Fields {
  const previews = isObject(details['previews']) ? details['previews'] : { generation: 'off' }
  const shared = {
    buildPlan: 'starter',
    previews,
    pullRequestPreviewsEnabled: previews['generation'] === 'off' ? 'no' : 'yes',
  }
  if (type === 'static_site') {
    const shown = omit(details, 'headers', 'routes')
    return { buildCommand: '', publishPath: 'public', url: `https://${slug}.onrender.com`, ...shown, ...shared }
  }
  const { preDeployCommand, ...shown } = details
  const placed = {
    plan: 'starter',
    region: 'oregon',
    ...shown,
    env: details['runtime']!,
    envSpecificDetails: { ...fillCommands(details), ...(preDeployCommand !== undefined && { preDeployCommand }) },
  }
  if (type === 'cron_job') return { buildPlan: 'starter', ...placed }
  const disk = isObject(details['disk']) ? { disk: { id: diskId, sizeGB: 1, ...details['disk'] } } : {}
  const running = { numInstances: 1, ...placed, ...disk, ...shared }
  if (type === 'background_worker') return running
  const openPorts = [{ port: 10000, protocol: 'TCP' }]
  if (type === 'private_service') return { ...running, openPorts, url: `${slug}:10000` }
  return {
    healthCheckPath: '',
    maintenanceMode: { enabled: false, uri: '' },
    ...running,
    openPorts,
    url: `https://${slug}.onrender.com`,
  }
}

function fillCommands(details: Fields): Fields {
  const { runtime, envSpecificDetails } = details
  const given = isObject(envSpecificDetails) ? omit(envSpecificDetails, 'registryCredentialId') : {}
  if (runtime === 'image') return { dockerCommand: '', dockerContext: '', dockerfilePath: '', ...given }
  if (runtime === 'docker') {
    return { dockerCommand: '', dockerContext: '.', dockerfilePath: './Dockerfile', ...given }
  }
  return { buildCommand: '', startCommand: '', ...given }
}

/** The commit is whatever is newest in the repository; here always the same. */
function makeDeploy({ image }: Fields, id: string, time: string): Fields {
  const times = { createdAt: time, updatedAt: time, startedAt: time, finishedAt: null }
  const shared = { id, status: 'build_in_progress', trigger: 'other', ...times }
  if (isObject(image)) return { ...shared, commit: null, image: { ref: image['imagePath']! } }
  const commit = {
    id: '6f1e0c92b7d3a458e1f70c9b2d64a83e5c07f9b1',
    message: 'Make it ready for Render',
    createdAt: '2026-01-15T11:30:00Z',
  }
  return { ...shared, commit }
}

function keepGiven(fields: Record<string, Value | undefined>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

function omit(fields: Fields, ...names: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
