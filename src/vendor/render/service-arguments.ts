// Arguments of create_service, made into what the body of POST /services is filled from.
import { CallFailure } from '../../contract/errors.ts'
import { isObject, type Value } from '../../contract/value.ts'
import { type Arguments } from '../handler.ts'
import { checkService, makeServiceDetails } from './service-details.ts'

/**
 * The arguments with `service_details` beside them, and with lists and objects as Render has them. Names of variables and
 * files are sorted: a Lua table has no order.
 *
 * @throws CallFailure `invalid_argument` for what does not fit the type of service
 */
export function makeServiceArguments(args: Arguments): Arguments {
  const runtime = checkService(args)
  const made: Record<string, Value | undefined> = {
    ...args,
    image: makeImage(args),
    build_filter: makeBuildFilter(args['build_filter']),
    env_vars: makeVariables(args),
    secret_files: listEntries(args['secret_files'])?.map(([name, content]) => ({ name, content })),
    service_details: makeServiceDetails(args, runtime),
  }
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as Arguments
}

/** The image belongs to the workspace of the service. */
function makeImage({ image, owner_id: owner, registry_credential_id: credential }: Arguments): Value | undefined {
  if (image === undefined) return undefined
  return {
    ...(owner !== undefined && { ownerId: owner }),
    ...(credential !== undefined && { registryCredentialId: credential }),
    imagePath: image,
  }
}

function makeBuildFilter(filter: Value | undefined): Value | undefined {
  return isObject(filter) ? { paths: filter['paths'] ?? [], ignoredPaths: filter['ignored_paths'] ?? [] } : undefined
}

function makeVariables({ env_vars: given, generated_env_vars: generated }: Arguments): Value | undefined {
  const entries = listEntries(given)
  const names = Array.isArray(generated) ? generated : []
  const twice = entries?.find(([key]) => names.includes(key))
  if (twice) {
    throw new CallFailure('invalid_argument', `\`${twice[0]}\` is in both \`env_vars\` and \`generated_env_vars\``)
  }
  if (!entries && !names.length) return undefined
  const known = (entries ?? []).map(([key, value]) => ({ key, value: String(value) }))
  return [...known, ...names.map((key) => ({ key, generateValue: true }))]
}

function listEntries(table: Value | undefined): [string, Value][] | undefined {
  if (!isObject(table)) return undefined
  return Object.keys(table)
    .sort()
    .map((key) => [key, table[key]!])
}
