// Demo runs of a page: definitions loaded as they are called, data fresh per run or kept in the tab.
import { type Catalog } from '../contract/catalog.ts'
import { LIMITS, type Limits } from '../contract/limits.ts'
import { type CatalogSource } from './catalog.ts'
import { createDemo, type Demo, type DemoVendors } from './demo.ts'
import { type Caller } from './host.ts'

const STORAGE_KEY = 'kosmo.demo'

export interface DemoCalls {
  /** `fresh` begins with the sample data; `kept` goes on with the data of this tab, also after a reload. */
  caller(state: 'kept' | 'fresh'): Caller
  /** Puts the kept data back to the samples. */
  reset(): void
}

/** @param storage the tab's storage; null where the browser refuses it, then data is kept until the page is left */
export function createDemoCalls(
  source: CatalogSource,
  vendors: DemoVendors,
  storage: Storage | null,
  limits: Limits = LIMITS,
): DemoCalls {
  let kept: Promise<Demo> | undefined

  async function open(saved: string | null): Promise<Demo> {
    const index = await source.readIndex()
    const catalog: Catalog = { index, integrations: {} }
    const demo = createDemo(catalog, vendors, limits)
    if (saved !== null) demo.load(saved)
    return {
      ...demo,
      async call(call) {
        Object.assign(catalog.integrations, (await source.readIntegration(call.integration)).integrations)
        return demo.call(call)
      },
    }
  }

  async function openKept(): Promise<Demo> {
    const demo = await open(readSaved(storage))
    return {
      ...demo,
      async call(call) {
        const outcome = await demo.call(call)
        writeSaved(storage, demo.save())
        return outcome
      },
    }
  }

  return {
    caller(state) {
      let fresh: Promise<Demo> | undefined
      return async (call) => (await (state === 'kept' ? (kept ??= openKept()) : (fresh ??= open(null)))).call(call)
    },
    reset() {
      storage?.removeItem(STORAGE_KEY)
      void kept?.then((demo) => demo.reset())
    },
  }
}

function readSaved(storage: Storage | null): string | null {
  return storage?.getItem(STORAGE_KEY) ?? null
}

/** A full storage costs nothing but the data's survival of a reload. */
function writeSaved(storage: Storage | null, saved: string): void {
  try {
    storage?.setItem(STORAGE_KEY, saved)
  } catch {
    storage?.removeItem(STORAGE_KEY)
  }
}

/** The tab's storage; null where there is none or the browser refuses it. */
export function findTabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage
  } catch {
    return null
  }
}
