// The part of a new service that depends on its type and runtime, as POST /services takes it.
// Vendor documentation: https://api-docs.render.com/reference/create-service
import { CallFailure } from '../../contract/errors.ts'
import { isObject, type Value } from '../../contract/value.ts'
import { type Arguments } from '../handler.ts'

type Fields = { [key: string]: Value }

const RUNNING = ['web_service', 'private_service', 'background_worker']
const NOT_STATIC = [...RUNNING, 'cron_job']
const PUBLIC = ['web_service', 'static_site']

/** Types of service that an argument is for; one that is not named here is for all of them. */
const TYPES: Record<string, readonly string[]> = {
  runtime: NOT_STATIC,
  region: NOT_STATIC,
  plan: NOT_STATIC,
  start_command: NOT_STATIC,
  image: NOT_STATIC,
  registry_credential_id: NOT_STATIC,
  docker_context: NOT_STATIC,
  dockerfile_path: NOT_STATIC,
  schedule: ['cron_job'],
  publish_path: ['static_site'],
  headers: ['static_site'],
  routes: ['static_site'],
  pre_deploy_command: RUNNING,
  num_instances: RUNNING,
  autoscaling: RUNNING,
  disk: RUNNING,
  max_shutdown_delay_seconds: RUNNING,
  health_check_path: ['web_service'],
  maintenance_mode: ['web_service'],
  previews: [...RUNNING, 'static_site'],
  ip_allow_list: PUBLIC,
  render_subdomain_policy: PUBLIC,
}

/** Plans that only a web service can have. */
const WEB_PLANS: Value[] = ['free', 'starter_plus', 'standard_plus', 'custom']

const refuse = (message: string) => new CallFailure('invalid_argument', message)

/**
 * Checks that the arguments fit the type of service.
 *
 * @returns the runtime; undefined for a static site
 * @throws CallFailure `invalid_argument`
 */
export function checkService(args: Arguments): string | undefined {
  const { type, repo, image } = args
  for (const [name, types] of Object.entries(TYPES)) {
    if (args[name] !== undefined && !types.includes(String(type))) {
      throw refuse(`\`${name}\` is for ${types.join(', ')}, not for ${String(type)}`)
    }
  }
  if (repo !== undefined && image !== undefined) throw refuse('`repo` and `image` exclude each other')
  if (repo === undefined && image === undefined) {
    throw refuse(type === 'static_site' ? '`repo` is missing' : '`repo` is missing, or `image` instead of it')
  }
  if (type === 'static_site') return undefined
  const runtime = args['runtime'] ?? (image === undefined ? undefined : 'image')
  if (typeof runtime !== 'string') throw refuse(`\`runtime\` is missing: what the ${String(type)} runs on, as "node"`)
  if ((runtime === 'image') !== (image !== undefined)) throw refuse('`image` and the runtime "image" go together')
  if (type === 'cron_job' && args['schedule'] === undefined) {
    throw refuse('`schedule` is missing: when the cron_job runs, as "0 6 * * *"')
  }
  if (type !== 'web_service' && WEB_PLANS.includes(args['plan'] ?? '')) {
    throw refuse(`the plan "${String(args['plan'])}" is for web_service, not for ${String(type)}`)
  }
  return runtime
}

/** `serviceDetails` of checked arguments; undefined where there is nothing to say. */
export function makeServiceDetails(args: Arguments, runtime: string | undefined): Fields | undefined {
  const { disk, previews, ip_allow_list: allowed } = args
  const details = keepGiven({
    runtime,
    plan: args['plan'],
    region: args['region'],
    ...(runtime === undefined
      ? { buildCommand: args['build_command'] }
      : { envSpecificDetails: makeCommands(args, runtime) }),
    schedule: args['schedule'],
    publishPath: args['publish_path'],
    headers: orderEach(args['headers'], ['path', 'name', 'value']),
    routes: orderEach(args['routes'], ['type', 'source', 'destination', 'priority']),
    preDeployCommand: args['pre_deploy_command'],
    healthCheckPath: args['health_check_path'],
    numInstances: args['num_instances'],
    autoscaling: makeAutoscaling(args['autoscaling']),
    disk: isObject(disk)
      ? keepGiven({ name: disk['name'], mountPath: disk['mount_path'], sizeGB: disk['size_gb'] })
      : undefined,
    maxShutdownDelaySeconds: args['max_shutdown_delay_seconds'],
    maintenanceMode: order(args['maintenance_mode'], ['enabled', 'uri']),
    previews: previews === undefined ? undefined : { generation: previews },
    ipAllowList: Array.isArray(allowed) ? allowed.map(nameBlock) : undefined,
    renderSubdomainPolicy: args['render_subdomain_policy'],
  })
  return Object.keys(details).length ? details : undefined
}

/** How the service is built and started: in words of Docker for containers, of commands for everything else. */
function makeCommands(args: Arguments, runtime: string): Fields | undefined {
  const { build_command: built, start_command: started, registry_credential_id: credential } = args
  const { docker_context: context, dockerfile_path: file } = args
  const isContainer = runtime === 'docker' || runtime === 'image'
  if (isContainer && built !== undefined) throw refuse(`\`build_command\` is not for the runtime "${runtime}"`)
  if (runtime !== 'docker' && (context ?? file) !== undefined) {
    throw refuse('`docker_context` and `dockerfile_path` are for the runtime "docker"')
  }
  if (!isContainer) {
    if (credential !== undefined) throw refuse('`registry_credential_id` is for the runtimes "docker" and "image"')
    if (built !== undefined && started === undefined) throw refuse('`start_command` is missing beside `build_command`')
    return started === undefined ? undefined : { buildCommand: built ?? '', startCommand: started }
  }
  if (args['type'] === 'cron_job') return makeCronContainer(args, runtime)
  const details = keepGiven({
    dockerCommand: started,
    dockerContext: context,
    dockerfilePath: file,
    registryCredentialId: runtime === 'docker' ? credential : undefined,
  })
  return Object.keys(details).length ? details : undefined
}

/** For a cron job Render wants all three fields of a container, or none of them. */
function makeCronContainer(args: Arguments, runtime: string): Fields | undefined {
  const { start_command: started, docker_context: context, dockerfile_path: file } = args
  if (runtime === 'docker' && args['registry_credential_id'] !== undefined) {
    throw refuse('`registry_credential_id` is not for a cron_job that is built by Docker')
  }
  if ((started ?? context ?? file) === undefined) return undefined
  const [folder, place] = runtime === 'docker' ? ['.', './Dockerfile'] : ['', '']
  return { dockerCommand: started ?? '', dockerContext: context ?? folder, dockerfilePath: file ?? place }
}

function makeAutoscaling(scaling: Value | undefined): Value | undefined {
  if (!isObject(scaling)) return scaling
  const criteria = isObject(scaling['criteria']) ? scaling['criteria'] : {}
  const measure = (name: string) => order(criteria[name], ['enabled', 'percentage'])!
  return {
    ...(order(scaling, ['enabled', 'min', 'max']) as Fields),
    criteria: { cpu: measure('cpu'), memory: measure('memory') },
  }
}

/** The fields of a table in one order: a Lua table has none. */
function order(table: Value | undefined, names: readonly string[]): Value | undefined {
  return isObject(table) ? keepGiven(Object.fromEntries(names.map((name) => [name, table[name]]))) : table
}

function orderEach(list: Value | undefined, names: readonly string[]): Value | undefined {
  return Array.isArray(list) ? list.map((table) => order(table, names)!) : list
}

function nameBlock(block: Value): Value {
  return isObject(block) ? { cidrBlock: block['cidr_block']!, description: block['description']! } : block
}

function keepGiven(fields: Record<string, Value | undefined>): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
