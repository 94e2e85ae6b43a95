// A secret in memory: it can be handed on, but not printed.

const SHOWN = '‹secret›'
/** The name under which Node's console and util.inspect look for a way to print an object. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/**
 * Holds a plain secret. Logging, JSON, string templates and the debugger's inspector all show `‹secret›`;
 * the value comes out only where `reveal()` is written, so a search for that word finds every use.
 *
 * @example `key is ${new Secret('hunter2')}` // 'key is ‹secret›'
 */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
    Object.freeze(this)
  }

  /** The plain value. Call it as late as possible, and keep the result out of any object that lives on. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return SHOWN
  }

  toJSON(): string {
    return SHOWN
  }

  [Symbol.toPrimitive](): string {
    return SHOWN
  }

  [INSPECT](): string {
    return SHOWN
  }
}
