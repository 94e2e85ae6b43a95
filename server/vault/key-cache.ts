// A small cache of opened user keys, so that a call costs one decryption less.
import { type KeyObject } from 'node:crypto'

/** Least recently used goes first. Bounded, because an opened key should not stay in memory for long. */
export class KeyCache {
  readonly #keys = new Map<string, KeyObject>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get size(): number {
    return this.#keys.size
  }

  /** The cached key, or the one that `unwrap` makes; a failure of `unwrap` is not remembered. */
  get(name: string, unwrap: () => KeyObject): KeyObject {
    const key = this.#keys.get(name) ?? unwrap()
    // A Map keeps the order of insertion: taking out and putting back makes this key the newest.
    this.#keys.delete(name)
    this.#keys.set(name, key)
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= this.#capacity) break
      this.#keys.delete(oldest)
    }
    return key
  }
}
