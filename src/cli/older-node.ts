// What the command and its thread use of newer versions of Node, for Node 20. Imported before all else.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

provide(Promise, 'withResolvers', () => {
  let settle: unknown[] = []
  const promise = new Promise((...both) => (settle = both))
  return { promise, resolve: settle[0], reject: settle[1] }
})

function group<Item>(items: Iterable<Item>, nameOf: (item: Item) => unknown): Map<unknown, Item[]> {
  const groups = new Map<unknown, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return groups
}
provide(Map, 'groupBy', group)
provide(Object, 'groupBy', (...given: Parameters<typeof group>) => Object.fromEntries(group(...given)))

if (!('rawJSON' in JSON)) {
  // Integers of 64 bits are read by the source text that JSON.parse hands out. There it has to be asked for.
  setFlagsFromString('--harmony-json-parse-with-source')
  // Only a new context gets the function; what it makes is taken by the JSON of any.
  provide(JSON, 'rawJSON', runInNewContext('JSON.rawJSON'))
}

function provide(holder: object, name: string, value: unknown): void {
  if (!(name in holder)) Object.defineProperty(holder, name, { value, configurable: true, writable: true })
}
