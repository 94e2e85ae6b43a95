// Checks the body of POST /services as Render does: what is missing, what does not exist, what is already there.
// Vendor documentation: https://api-docs.render.com/reference/create-service
import { isObject, parseJson, type Value } from '../../contract/value.ts'
import { owners, WITHOUT_PAYMENT } from './owners.ts'
import { Refusal } from './refusal.ts'
import { type Fields } from './state.ts'

export const TYPES = ['static_site', 'web_service', 'private_service', 'background_worker', 'cron_job']
export const RUNTIMES = ['docker', 'elixir', 'go', 'node', 'python', 'ruby', 'rust', 'image']
export const REGIONS = ['frankfurt', 'oregon', 'ohio', 'singapore', 'virginia']
const PAID_PLANS = ['starter', 'standard', 'pro', 'pro_plus', 'pro_max', 'pro_ultra']
const WEB_PLANS = [...PAID_PLANS, 'starter_plus', 'standard_plus', 'free', 'custom']

/** A body that passed; `details` is its serviceDetails. */
export interface ServiceBody {
  body: Fields
  details: Fields
}

/** @throws Refusal */
export function readServiceBody(text: string | null, services: readonly Fields[]): ServiceBody {
  const body = readObject(text)
  const type = requireText(body, 'type')
  if (!TYPES.includes(type)) throw new Refusal(400, `invalid type: ${type}`)
  const name = requireText(body, 'name')
  const owner = requireText(body, 'ownerId')
  if (!owners.some(({ id }) => id === owner)) throw new Refusal(400, `invalid ownerId: ${owner}`)
  const details = isObject(body['serviceDetails']) ? body['serviceDetails'] : {}
  checkSource(body, type)
  if (type !== 'static_site') checkDetails(details, type)
  if (details['runtime'] === 'image' && !isObject(body['image'])) throw new Refusal(400, 'image is required')
  if (services.some((service) => service['ownerId'] === owner && service['name'] === name)) {
    throw new Refusal(409, `name already in use: ${name}`)
  }
  if (owner === WITHOUT_PAYMENT && type !== 'static_site' && details['plan'] !== 'free') {
    throw new Refusal(402, 'Payment information is required to complete this request')
  }
  return { body, details }
}

function readObject(text: string | null): Fields {
  let body: Value
  try {
    body = parseJson(text ?? '')
  } catch {
    throw new Refusal(400, 'invalid JSON')
  }
  if (!isObject(body)) throw new Refusal(400, 'invalid JSON')
  return body
}

function requireText(fields: Fields, name: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || !value) throw new Refusal(400, `${name} is required`)
  return value
}

function checkSource({ repo, image, envVars, secretFiles }: Fields, type: string): void {
  if (isObject(image)) {
    requireText(image, 'imagePath')
    requireText(image, 'ownerId')
  } else if (typeof repo !== 'string') {
    throw new Refusal(400, type === 'static_site' ? 'repo is required' : 'repo or image is required')
  } else if (!/^https:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+$/.test(repo)) {
    throw new Refusal(400, `invalid or unfetchable repo: ${repo}`)
  }
  for (const variable of listObjects(envVars, 'envVars')) {
    requireText(variable, 'key')
    if (typeof variable['value'] !== 'string' && variable['generateValue'] !== true) {
      throw new Refusal(400, 'invalid envVars: value must be a string')
    }
  }
  for (const file of listObjects(secretFiles, 'secretFiles')) requireText(file, 'name')
}

function checkDetails(details: Fields, type: string): void {
  const { region, plan, numInstances } = details
  const runtime = requireText(details, 'runtime')
  if (!RUNTIMES.includes(runtime)) throw new Refusal(400, `invalid runtime: ${runtime}`)
  if (region !== undefined && !REGIONS.includes(String(region))) {
    throw new Refusal(400, `invalid region: ${String(region)}`)
  }
  const plans = type === 'web_service' ? WEB_PLANS : PAID_PLANS
  if (plan !== undefined && !plans.includes(String(plan))) throw new Refusal(400, `invalid plan: ${String(plan)}`)
  if (type === 'cron_job' && !/^\S+( \S+){4}$/.test(requireText(details, 'schedule'))) {
    throw new Refusal(400, `invalid schedule: ${String(details['schedule'])}`)
  }
  if (numInstances !== undefined && !(typeof numInstances === 'number' && numInstances >= 1)) {
    throw new Refusal(400, 'invalid numInstances')
  }
  const commands = isObject(details['envSpecificDetails']) ? details['envSpecificDetails'] : {}
  if (runtime !== 'docker' && runtime !== 'image' && Object.keys(commands).length) {
    for (const name of ['buildCommand', 'startCommand']) {
      if (typeof commands[name] !== 'string') throw new Refusal(400, `${name} is required`)
    }
  }
}

function listObjects(value: Value | undefined, name: string): Fields[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every(isObject)) throw new Refusal(400, `invalid ${name}`)
  return value
}
