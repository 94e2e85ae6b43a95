// The browser's storage, or one that lasts as long as the page where the browser gives none.

/** Reading `localStorage` itself throws where the reader has switched storage off. */
export function openStore(read: () => Storage): Storage {
  try {
    return read()
  } catch {
    return createMemoryStore()
  }
}

export function createMemoryStore(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => {
      items.clear()
    },
  }
}

export const tabStore = openStore(() => sessionStorage)
export const draftStore = openStore(() => localStorage)
