// Render beyond what its definition says: flat items, the workspace of a new service, and the service of a deploy.
import { type RequestBinding } from '../contract/binding.ts'
import { CallFailure } from '../contract/errors.ts'
import { type VendorReply, type VendorRequest } from '../contract/http.ts'
import { type CallPlan, type HandlerContext } from './handler.ts'
import { type Fields, describeDeploy, describeService, readItems, readObject } from './render/items.ts'
import { makeServiceArguments } from './render/service-arguments.ts'

/** How many services are asked for a deploy whose service is unknown. */
const SEARCHED = 15
/** What a service answers that has no such deploy, or that is gone itself since it was listed. */
const ABSENT = [404, 410]

export const handlers = {
  listServices,
  getService,
  createService,
  listDeploys,
  getDeploy,
  getCurrentUser,
}

function* listServices({ fn, build, read }: HandlerContext): CallPlan {
  const { items, ...rest } = readItems(read(yield build(fn.request!)), 'service')
  return { services: items.map(describeService), ...rest }
}

function* getService({ fn, build, read }: HandlerContext): CallPlan {
  return { service: describeService(readObject(read(yield build(fn.request!)))) }
}

function* createService(context: HandlerContext): CallPlan {
  const { fn, args, build, read } = context
  // Before the workspace is asked for: what does not fit together is refused without any request.
  makeServiceArguments(args)
  const owner = args['owner_id'] ?? (yield* findFirstOwner(context))
  const created = readObject(read(yield build(fn.request!, makeServiceArguments({ ...args, owner_id: owner }))))
  return { ...created, service: describeService(readObject(created['service'] ?? null)) }
}

function* listDeploys({ fn, build, read }: HandlerContext): CallPlan {
  const { items, ...rest } = readItems(read(yield build(fn.request!)), 'deploy')
  return { deploys: items.map(describeDeploy), ...rest }
}

function* getDeploy(context: HandlerContext): CallPlan {
  const { fn, args, build, read } = context
  if (args['service_id'] !== undefined) return { deploy: describeDeploy(readObject(read(yield build(fn.request!)))) }
  const services = yield* list(context, '/services', 'service', SEARCHED)
  for (const { id } of services) {
    const reply = yield build(fn.request!, { ...args, service_id: id ?? '' })
    if (!ABSENT.includes(reply.status)) return { deploy: describeDeploy(readObject(read(reply))) }
  }
  const all = services.length < SEARCHED ? 'No service' : `None of the first ${SEARCHED} services`
  throw new CallFailure('not_found', `${all} has the deploy ${JSON.stringify(args['deploy_id'])}`, {
    hint: 'Check the id, or give `service_id` as well.',
  })
}

function* getCurrentUser(context: HandlerContext): CallPlan {
  const { fn, build, read } = context
  const { email, name } = readObject(read(yield build(fn.request!)))
  const owners = yield* list(context, '/owners', 'owner', 100)
  const own = owners.find(({ type }) => type === 'user') ?? owners[0]
  return { email: email ?? null, name: name ?? null, ...(own?.['id'] !== undefined && { id: own['id'] }), owners }
}

/** The first items of another list of the same server. */
function* list(
  { fn, build, read }: HandlerContext,
  path: string,
  key: string,
  limit: number,
): Generator<VendorRequest, Fields[], VendorReply> {
  const binding: RequestBinding = { ...fn.request!, method: 'GET', path, query: { limit }, body: undefined }
  return readItems(read(yield build(binding, {})), key).items
}

function* findFirstOwner(context: HandlerContext): CallPlan {
  const [owner] = yield* list(context, '/owners', 'owner', 1)
  if (owner?.['id'] !== undefined) return owner['id']
  throw new CallFailure('invalid_argument', '`owner_id` is missing, and the key opens no workspace to take it from')
}
