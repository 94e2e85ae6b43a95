// The limits that pages of the development server show: those of its own environment.
import { readLimits } from '../contract/limit-settings.ts'
import { LIMITS, type Limits } from '../contract/limits.ts'

/** The usual limits in a build, which must not depend on settings: there the server puts its own figures in. */
export function findDevelopmentLimits(): Limits {
  return import.meta.env.DEV ? readLimits(process.env) : LIMITS
}
