// Items of Render's lists, and services and deploys as Lua sees them.
import { CallFailure } from '../../contract/errors.ts'
import { isObject, type Value } from '../../contract/value.ts'

export type Fields = { [key: string]: Value }

/**
 * A page of a list. Render answers `[{ service: {…}, cursor: "…" }, …]`; the cursor of the last item leads to the next page.
 *
 * @throws CallFailure `vendor_error` for anything but such a list
 */
export function readItems(json: Value, key: string): { items: Fields[]; cursor?: Value } {
  if (!Array.isArray(json)) throw new CallFailure('vendor_error', 'Render answered with something else than a list')
  const rows = json.map(readObject)
  const cursor = rows.at(-1)?.['cursor']
  return { items: rows.map((row) => readObject(row[key] ?? null)), ...(cursor !== undefined && { cursor }) }
}

/** @throws CallFailure `vendor_error` for anything but an object */
export function readObject(json: Value): Fields {
  if (isObject(json)) return json
  throw new CallFailure('vendor_error', 'Render answered without the object that it was asked for')
}

/** Adds `status`, which is what Render calls `suspended`, and `url` where the service has an address. */
export function describeService(service: Fields): Value {
  const { suspended, serviceDetails } = service
  const url = isObject(serviceDetails) ? serviceDetails['url'] : undefined
  return { ...service, ...(suspended !== undefined && { status: suspended }), ...(url !== undefined && { url }) }
}

/** Gives a deploy of an image an empty commit, so that a script can read `deploy.commit.message` of any. */
export function describeDeploy(deploy: Fields): Value {
  return { ...deploy, commit: deploy['commit'] ?? {} }
}
