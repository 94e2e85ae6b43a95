// How many functions an integration has, as the heads of the pages count them.
import { type Effect, operationOf } from '../contract/effect.ts'

export interface CatalogCounts {
  functions: number
  read: number
  /** Everything that is no read, destructive functions included. */
  write: number
  destructive: number
}

/** Counts the functions of one integration, or of several joined. */
export function catalogCounts(functions: readonly { effect: Effect }[]): CatalogCounts {
  const read = functions.filter((fn) => operationOf(fn.effect) === 'read').length
  return {
    functions: functions.length,
    read,
    write: functions.length - read,
    destructive: functions.filter((fn) => fn.effect === 'destructive').length,
  }
}
