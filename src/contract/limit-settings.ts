// Limits as settings: read from the environment of the server, and handed to its pages as text.
import { findSetting, LIMIT_NAMES, type LimitName, LIMITS, type Limits, mapLimits } from './limits.ts'

/**
 * The limits that are in force under an environment. Unset and empty mean the default.
 *
 * @throws RangeError that names the first wrong variable and what it may be
 */
export function readLimits(environment: Record<string, string | undefined>): Limits {
  return mapLimits((name) => {
    const setting = findSetting(name)
    const text = setting && environment[setting.name]?.trim()
    if (!setting || !text) return LIMITS[name]
    const { least, most, unit } = setting
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
    if (value >= least && value <= most) return value * unit
    throw new RangeError(`${setting.name} is not a whole number from ${least} to ${most}`)
  })
}

/** What differs from the defaults, as `LIMIT_CPU_SECONDS=5 LIMIT_DEPTH=64`; empty where nothing does. */
export function writeLimits(limits: Limits): string {
  return LIMIT_NAMES.filter((name) => limits[name] !== LIMITS[name])
    .map((name) => writeLimit(name, limits[name]))
    .join(' ')
}

function writeLimit(name: LimitName, value: number): string {
  const setting = findSetting(name)
  return setting ? `${setting.name}=${value / setting.unit}` : ''
}

/** Reads what {@link writeLimits} wrote. */
export function parseLimits(text: string): Limits {
  return readLimits(Object.fromEntries(text.split(' ').map((pair) => pair.split('=') as [string, string?])))
}
