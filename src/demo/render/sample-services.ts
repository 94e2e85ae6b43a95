// Sample data: one service of every type, one that is suspended, and one preview instance. Newest first.
import { OTTER_LABS, PERSONAL } from './owners.ts'
import { type Fields } from './state.ts'

/** What every service of the sample data has in common. */
function makeService(fields: Fields & { id: string; name: string; type: string; createdAt: string }): Fields {
  const { id, name, type } = fields
  const place = { web_service: 'web', static_site: 'static', private_service: 'pserv', background_worker: 'worker' }[
    type
  ]
  return {
    autoDeploy: 'yes',
    autoDeployTrigger: 'commit',
    dashboardUrl: `https://dashboard.render.com/${place ?? 'cron'}/${id}`,
    notifyOnFail: 'default',
    ownerId: OTTER_LABS,
    rootDir: '',
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    suspended: 'not_suspended',
    suspenders: [],
    updatedAt: fields.createdAt,
    ...fields,
  }
}

/** Settings that web services, private services and workers have in common. */
const running: Fields = {
  buildPlan: 'starter',
  numInstances: 1,
  plan: 'starter',
  previews: { generation: 'off' },
  pullRequestPreviewsEnabled: 'no',
  region: 'oregon',
}

const node: Fields = {
  env: 'node',
  runtime: 'node',
  envSpecificDetails: { buildCommand: 'npm ci && npm run build', startCommand: 'npm start' },
}

const web: Fields = {
  ...running,
  ...node,
  healthCheckPath: '/healthz',
  maintenanceMode: { enabled: false, uri: '' },
  openPorts: [{ port: 10000, protocol: 'TCP' }],
}

export const sampleServices: Fields[] = [
  makeService({
    id: 'srv-d5h2pr42us73fb09k1m0',
    name: 'otter-api PR #42',
    type: 'web_service',
    branch: 'faster-search',
    createdAt: '2026-01-14T15:20:11.482913Z',
    repo: 'https://github.com/otter-labs/otter-api',
    serviceDetails: {
      ...web,
      parentServer: { id: 'srv-cabc12345678', name: 'otter-api' },
      url: 'https://otter-api-pr-42.onrender.com',
    },
  }),
  makeService({
    id: 'crn-d3n1ght7ly73repo0rt0',
    name: 'nightly-report',
    type: 'cron_job',
    branch: 'main',
    createdAt: '2025-11-03T09:12:40.109331Z',
    updatedAt: '2026-01-12T08:01:02.551204Z',
    repo: 'https://github.com/otter-labs/reports',
    rootDir: 'nightly',
    serviceDetails: {
      buildPlan: 'starter',
      env: 'python',
      envSpecificDetails: { buildCommand: 'pip install -r requirements.txt', startCommand: 'python report.py' },
      lastSuccessfulRunAt: '2026-01-15T06:01:37.220150Z',
      plan: 'starter',
      region: 'frankfurt',
      runtime: 'python',
      schedule: '0 6 * * *',
    },
  }),
  makeService({
    id: 'srv-d2th7mb9a1l73wrk8r50',
    name: 'thumbnail-worker',
    type: 'background_worker',
    createdAt: '2025-09-18T13:45:09.730022Z',
    updatedAt: '2026-01-15T11:58:20.018846Z',
    imagePath: 'ghcr.io/otter-labs/thumbnails:2.4.1',
    registryCredential: { id: 'rgc-d2reg5cred73gh0001k0', name: 'Otter Labs on GitHub' },
    serviceDetails: {
      ...running,
      env: 'image',
      envSpecificDetails: { dockerCommand: '', dockerContext: '', dockerfilePath: '' },
      numInstances: 2,
      plan: 'standard',
      runtime: 'image',
      sshAddress: 'srv-d2th7mb9a1l73wrk8r50@ssh.oregon.render.com',
    },
  }),
  makeService({
    id: 'srv-d1s34rch0pr1v73svc90',
    name: 'otter-search',
    type: 'private_service',
    branch: 'main',
    buildFilter: { ignoredPaths: ['docs/**'], paths: ['src/**', 'Dockerfile'] },
    createdAt: '2025-08-05T10:30:55.401277Z',
    updatedAt: '2025-12-19T16:22:31.940618Z',
    repo: 'https://github.com/otter-labs/otter-search',
    serviceDetails: {
      ...running,
      disk: { id: 'dsk-d1s34rch0d1sk73ab2c0', mountPath: '/var/index', name: 'index', sizeGB: 20 },
      env: 'docker',
      envSpecificDetails: { dockerCommand: '', dockerContext: '.', dockerfilePath: './Dockerfile' },
      openPorts: [{ port: 7700, protocol: 'TCP' }],
      plan: 'pro',
      runtime: 'docker',
      url: 'otter-search:7700',
    },
  }),
  makeService({
    id: 'srv-d0st4t1cs1te73otter0',
    name: 'otter-site',
    type: 'static_site',
    branch: 'main',
    createdAt: '2025-06-20T08:05:13.118905Z',
    updatedAt: '2026-01-09T14:40:00.306117Z',
    repo: 'https://github.com/otter-labs/otter-site',
    serviceDetails: {
      buildCommand: 'npm ci && npm run build',
      buildPlan: 'starter',
      previews: { generation: 'automatic' },
      publishPath: 'dist',
      pullRequestPreviewsEnabled: 'yes',
      url: 'https://otter-site.onrender.com',
    },
  }),
  makeService({
    id: 'srv-cabc12345678',
    name: 'otter-api',
    type: 'web_service',
    branch: 'main',
    createdAt: '2025-03-11T12:00:27.662540Z',
    updatedAt: '2026-01-15T09:33:48.270931Z',
    environmentId: 'evm-d0pr0duct10n73env000',
    repo: 'https://github.com/otter-labs/otter-api',
    serviceDetails: {
      ...web,
      autoscaling: {
        criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
        enabled: true,
        max: 4,
        min: 1,
      },
      maxShutdownDelaySeconds: 60,
      plan: 'standard',
      sshAddress: 'srv-cabc12345678@ssh.oregon.render.com',
      url: 'https://otter-api.onrender.com',
    },
  }),
  makeService({
    id: 'srv-cq0ldbl0g73fr33pl4n0',
    name: 'field-notes',
    type: 'web_service',
    autoDeploy: 'no',
    autoDeployTrigger: 'off',
    branch: 'main',
    createdAt: '2024-10-02T17:51:36.900418Z',
    updatedAt: '2025-07-01T00:00:04.115022Z',
    ownerId: PERSONAL,
    repo: 'https://github.com/robin-otter/field-notes',
    suspended: 'suspended',
    suspenders: ['user'],
    serviceDetails: { ...web, healthCheckPath: '', plan: 'free', url: 'https://field-notes.onrender.com' },
  }),
]
