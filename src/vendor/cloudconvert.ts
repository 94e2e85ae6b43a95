// Handlers of CloudConvert: tasks by name, and operations as paths.
import { CallFailure } from '../contract/errors.ts'
import { isObject, type Value } from '../contract/value.ts'
import { nameTasks } from './cloudconvert/name-tasks.ts'
import { spellOperation } from './cloudconvert/spell-operation.ts'
import { type Arguments, type CallPlan, type HandlerContext } from './handler.ts'

/** Sends the tasks as an object by name; the result is the job itself, without its `data` envelope. */
function* createJob({ fn, args, build, read, integration }: HandlerContext): CallPlan {
  const reply = yield build(fn.request!, { ...args, tasks: nameTasks(args['tasks']!) })
  return requireData(integration.name, read(reply), reply.status)['data']!
}

/** Sends one task to the endpoint of its operation. The definition lists the operations, so no other path is reached. */
function* createTask({ fn, args, build, read, integration }: HandlerContext): CallPlan {
  const request = fn.request!
  const path = request.path.replace('{operation}', spellOperation(args['operation'] as string))
  const reply = yield build({ ...request, path }, { task: shapeTask(args) })
  return requireData(integration.name, read(reply), reply.status)
}

/** The fields of a task as one flat object. */
function shapeTask({ payload = {}, name, input }: Arguments): Value {
  const fields = payload as Arguments
  if (Object.hasOwn(fields, 'operation')) {
    throw new CallFailure('invalid_argument', '`payload.operation` is not allowed: `operation` stands beside `payload`')
  }
  const own = { ...(name !== undefined && { name }), ...(input !== undefined && { input }) }
  const twice = Object.keys(own).find((key) => Object.hasOwn(fields, key))
  if (twice) {
    throw new CallFailure(
      'invalid_argument',
      `\`${twice}\` and \`payload.${twice}\` say the same thing: give one of them`,
    )
  }
  return { ...fields, ...own }
}

/** Lists tasks; an operation goes under the vendor's name of it. */
function* listTasks({ fn, args, build, read, integration }: HandlerContext): CallPlan {
  const { operation } = args
  const reply = yield build(fn.request!, {
    ...args,
    ...(operation !== undefined && { operation: spellOperation(operation as string) }),
  })
  return requireData(integration.name, read(reply), reply.status)
}

/** A reply without `data` must not look like an empty one. */
function requireData(name: string, json: Value, status: number): Record<string, Value> {
  if (isObject(json) && (isObject(json['data']) || Array.isArray(json['data']))) return json
  throw new CallFailure('vendor_error', `${name} answered without \`data\``, { status })
}

export const handlers = { createJob, createTask, listTasks }
