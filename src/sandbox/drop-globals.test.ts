import { expect, test } from 'vitest'
import { dropGlobals, emptyInterfaces } from './drop-globals.ts'

/** A realm as a browser lays it out: members on the global and on its prototypes. */
function makeRealm() {
  class Document {
    createElement(): string {
      return 'element'
    }
  }
  class WorkerScope {
    importScripts(): void {
      throw new Error('reached')
    }
  }
  const realm = Object.create(WorkerScope.prototype) as Record<string, unknown>
  const document = new Document()
  Object.assign(realm, { Document, fetch: () => 'sent', setTimeout: () => 1, Array, JSON })
  Object.defineProperty(realm, 'document', { value: document, configurable: false })
  return { realm, document }
}

test('what is neither language nor kept is gone, on the prototypes too', () => {
  const { realm } = makeRealm()
  dropGlobals(realm, new Set(['setTimeout']))
  expect(Object.getOwnPropertyNames(realm).sort()).toEqual(['Array', 'JSON', 'document', 'setTimeout'])
  expect('importScripts' in realm).toBe(false)
})

test('what cannot be deleted has no methods left', () => {
  const { realm, document } = makeRealm()
  emptyInterfaces(realm, new Set())
  dropGlobals(realm, new Set())
  expect('createElement' in document).toBe(false)
  expect(Array.prototype.map).toBeTypeOf('function')
})

test('kept interfaces stay whole', () => {
  const { realm, document } = makeRealm()
  emptyInterfaces(realm, new Set(['Document']))
  expect(document.createElement()).toBe('element')
})
