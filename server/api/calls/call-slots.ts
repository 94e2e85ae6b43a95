// How many vendor calls one user may have under way at once in this process, so that nobody takes all of its memory.
import { CallFailure } from '../../../src/contract/errors.ts'

export interface CallSlots {
  /**
   * Does the work in a slot of this user.
   *
   * @throws CallFailure `rate_limited`, without having begun, when all slots are taken
   */
  use<T>(user: string, work: () => Promise<T>): Promise<T>
}

export function createCallSlots(limit: number): CallSlots {
  const taken = new Map<string, number>()
  return {
    async use(user, work) {
      const before = taken.get(user) ?? 0
      if (before >= limit) throw new CallFailure('rate_limited', `More than ${limit} calls at the same time.`)
      taken.set(user, before + 1)
      try {
        return await work()
      } finally {
        const left = taken.get(user)! - 1
        if (left) taken.set(user, left)
        else taken.delete(user)
      }
    },
  }
}
