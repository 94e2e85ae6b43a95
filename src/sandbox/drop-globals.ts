// Takes away from a JavaScript realm what its own code does not need, so that an escape from Lua finds little.
// The CSP is the wall; this is the second one, and the only one against channels that no CSP directive covers.

/**
 * Deletes every global, and every member of the global's prototypes, that is neither part of the language nor in
 * `keep`. What the platform made undeletable (`window`, `document`, `location`, `top`) stays.
 */
export function dropGlobals(realm: object, keep: ReadonlySet<string>): void {
  for (let level: object = realm; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    for (const name of Reflect.ownKeys(level)) {
      if (typeof name === 'string' && !LANGUAGE.has(name) && !keep.has(name)) Reflect.deleteProperty(level, name)
    }
  }
}

/**
 * Empties the prototypes of all interfaces that are not in `keep`: an undeletable `document` then has no methods left.
 * To be called before {@link dropGlobals}, which takes the interfaces out of reach.
 */
export function emptyInterfaces(realm: object, keep: ReadonlySet<string>): void {
  for (const name of Object.getOwnPropertyNames(realm)) {
    if (LANGUAGE.has(name) || keep.has(name)) continue
    const prototype = readPrototype(realm, name)
    if (!prototype) continue
    for (const member of Reflect.ownKeys(prototype)) Reflect.deleteProperty(prototype, member)
  }
}

function readPrototype(realm: object, name: string): object | undefined {
  const value: unknown = Reflect.getOwnPropertyDescriptor(realm, name)?.value
  return typeof value === 'function' ? (value.prototype as object | undefined) : undefined
}

/** ECMAScript's own globals, and WebAssembly: they reach nothing outside the realm. */
const LANGUAGE: ReadonlySet<string> = new Set([
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp', 'Reflect'],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Array', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator', 'Proxy', 'JSON'],
  ...['ArrayBuffer', 'SharedArrayBuffer', 'DataView', 'Atomics', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray'],
  ...['Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array'],
  ...['BigInt64Array', 'BigUint64Array', 'Promise', 'Intl', 'constructor', 'WebAssembly'],
])
