import { expect, test } from 'vitest'
import { compileSources } from '../catalog/load.ts'
import { type Call } from '../contract/call.ts'
import { demo as upstash } from '../demo/upstash.ts'
import { type CatalogSource } from './catalog.ts'
import { createDemoCalls } from './demo-calls.ts'
import { type DemoVendors } from './demo.ts'
import { type Caller } from './host.ts'

const compiled = compileSources()
if (!compiled.ok) throw new Error('The catalog does not compile.')
const { catalog } = compiled
const source: CatalogSource = {
  readIndex: () => Promise.resolve(catalog.index),
  readIntegration: () => Promise.resolve(catalog),
  prefetch: () => undefined,
}
const vendors = { upstash: () => Promise.resolve(upstash) } as unknown as DemoVendors

/** A tab's storage, as large as the test says. */
function createStorage(room = Infinity): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
    ...{ clear: () => kept.clear(), key: () => null, length: 0 },
  }
}

async function make(caller: Caller, name: string, args: object): Promise<string> {
  const call: Call = {
    ...{ integration: 'upstash', function: name, account: null, arguments: JSON.stringify(args), line: 1 },
  }
  const outcome = await caller(call, { number: 1, setWaiting: () => undefined, finish: () => undefined })
  return outcome.ok ? outcome.value : outcome.error.code
}
const write = (caller: Caller) => make(caller, 'set_key', { key: 'mine', value: 'written' })
const read = (caller: Caller) => make(caller, 'get_key', { key: 'mine' })

test('kept data outlives the run and a reload, until it is reset', async () => {
  const storage = createStorage()
  const before = createDemoCalls(source, vendors, storage)
  await write(before.caller('kept'))
  expect(await read(before.caller('kept'))).toContain('written')

  const after = createDemoCalls(source, vendors, storage)
  expect(await read(after.caller('kept'))).toContain('written')
  after.reset()
  expect(await read(after.caller('kept'))).not.toContain('written')
  expect(await read(createDemoCalls(source, vendors, storage).caller('kept'))).not.toContain('written')
})

test('a fresh run sees the samples and leaves nothing behind, whatever is kept', async () => {
  const calls = createDemoCalls(source, vendors, createStorage())
  await write(calls.caller('kept'))
  const fresh = calls.caller('fresh')
  expect(await read(fresh)).not.toContain('written')
  await write(fresh)
  expect(await read(fresh)).toContain('written')
  expect(await read(calls.caller('fresh'))).not.toContain('written')
})

test.each([
  ['without storage', null],
  ['with a full one', createStorage(10)],
])('%s, data is kept as long as the page', async (_, storage) => {
  const calls = createDemoCalls(source, vendors, storage)
  await write(calls.caller('kept'))
  expect(await read(calls.caller('kept'))).toContain('written')
})
