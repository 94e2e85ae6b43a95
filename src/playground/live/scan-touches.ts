// What a script would touch, as its scan tells it, gathered by function for people to read.
import { type CatalogIndex } from '../../contract/catalog.ts'
import { scanScript } from '../../intelligence/scan.ts'
import { type Touch, type Touches } from './touches.ts'

export function scanTouches(source: string, index: CatalogIndex): Touches {
  const { calls, dynamic } = scanScript(source, index)
  const touches = new Map<string, Touch>()
  for (const { integration, function: name, effect, account } of calls) {
    const key = `${integration}.${name}`
    const known = touches.get(key)
    if (!known) {
      const vendor = index.integrations.find(({ slug }) => slug === integration)?.name ?? integration
      touches.set(key, { integration, vendor, function: name, effect, accounts: [account] })
    } else if (!known.accounts.includes(account)) known.accounts.push(account)
  }
  return { functions: [...touches.values()], dynamic }
}
