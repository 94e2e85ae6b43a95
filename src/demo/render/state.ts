// What the fake of Render remembers, and the ids that it gives.
import { type Value } from '../../contract/value.ts'

export type Fields = { [key: string]: Value }

/** A deploy, beside the service that it belongs to: the vendor shows it without. */
export interface StoredDeploy {
  serviceId: string
  deploy: Fields
}

/** Plain JSON. Lists hold the newest first. */
export interface RenderState {
  services: Fields[]
  deploys: StoredDeploy[]
  jobs: Fields[]
  /** How many ids were given. */
  given: number
}

/** The next id in the vendor's form: a prefix and 20 characters. */
export function nextId(state: RenderState, prefix: string): { id: string; state: RenderState } {
  const given = state.given + 1
  return { id: `${prefix}-d5kdemo${given.toString(36).padStart(13, '0')}`, state: { ...state, given } }
}

/** A time as Render writes it. */
export function formatTime(clock: number): string {
  return new Date(clock).toISOString()
}
