// Ways from one realm to another of the same browser without a network: stores, channels and workers that realms share.

/**
 * Bodies of functions by channel: each leaves a trace named after the channel, that a page of the same origin can find.
 * `name` is that name.
 */
type Channels = Record<string, string>

const ANYWHERE: Channels = {
  'indexed-db': `indexedDB.open(name)`,
  'cache-storage': `caches.open(name)`,
  'private-files': `navigator.storage.getDirectory().then((root) => root.getFileHandle(name, { create: true }))`,
  'broadcast-channel': `new BroadcastChannel('escape').postMessage(name)`,
  lock: `navigator.locks.request(name, () => new Promise(() => {}))`,
}

const IN_WORKERS: Channels = {
  'sync-private-files': `navigator.storage.getDirectory().then(async (root) => {
    const file = await root.getFileHandle(name, { create: true })
    const access = await file.createSyncAccessHandle()
    access.write(new Uint8Array([1])); access.close()
  })`,
}

const IN_DOCUMENTS: Channels = {
  cookie: `document.cookie = name + '=1'`,
  'cookie-store': `cookieStore.set(name, '1')`,
  'local-storage': `localStorage.setItem(name, '1')`,
  'session-storage': `sessionStorage.setItem(name, '1')`,
  'service-worker': `navigator.serviceWorker.register('/sw.js?' + name, { scope: '/' + name })`,
  'shared-worker': `new SharedWorker('/shared.js', 'shared').port.postMessage(name)`,
  'window-name': `top.name = name`,
  'parent-variable': `parent.variable = name`,
  'parent-storage': `parent.localStorage.setItem(name, '1')`,
  'parent-document': `parent.document.title = name`,
}

/** What each realm tries at once. */
export const STORES = {
  frame: { ...ANYWHERE, ...IN_DOCUMENTS },
  worker: { ...ANYWHERE, ...IN_WORKERS },
}

/** Script text that tries every channel of a realm and logs `trying <realm> <channel>` for each. */
export function writeStoreAttack(realm: string, channels: Channels): string {
  return `;(async () => {
    const kept = (globalThis.keptStores ??= [])
    const channels = { ${Object.entries(channels)
      .map(([name, body]) => `${JSON.stringify(name)}: async (name) => { kept.push(await (${body})) }`)
      .join(',\n')} }
    for (const [name, attempt] of Object.entries(channels)) {
      console.log('trying ${realm} ' + name)
      try { attempt(name).catch(() => {}) } catch {}
    }
  })();`
}

/** In a page of that origin: the names of all channels that left a trace, sorted. Listens from when it is first called. */
export async function readTraces(): Promise<string[]> {
  const state = globalThis as { heard?: string[]; variable?: string }
  if (!state.heard) {
    const heard: string[] = (state.heard = [])
    const hear = (event: MessageEvent<string>) => void heard.push(event.data)
    new BroadcastChannel('escape').onmessage = hear
    new SharedWorker('/shared.js', 'shared').port.onmessage = hear
  }
  const files: string[] = []
  const root = await navigator.storage.getDirectory()
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) files.push(name)
  const [databases, stores, locks, workers] = await Promise.all([
    indexedDB.databases(),
    caches.keys(),
    navigator.locks.query(),
    navigator.serviceWorker.getRegistrations(),
  ])
  const found = [
    ...state.heard,
    ...files,
    ...databases.map(({ name }) => name ?? ''),
    ...stores,
    ...(locks.held ?? []).map(({ name }) => name ?? ''),
    ...workers.map(({ scope }) => new URL(scope).pathname.slice(1)),
    ...document.cookie.split('; ').map((cookie) => cookie.split('=')[0]!),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...[window.name, state.variable ?? '', document.title],
  ]
  return [...new Set(found)].filter((name) => name && name !== 'Page').sort()
}
