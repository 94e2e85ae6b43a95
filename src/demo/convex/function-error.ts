// A function that failed: what the code of a system function throws, as the reply tells it.
import { type Value } from '../../contract/value.ts'

/** Thrown by the fake's functions; becomes `{status: "error"}`. */
export class FunctionError extends Error {
  /** `errorData` of the reply: what a `ConvexError` carries. */
  readonly data: Value | undefined

  /** @param message as the vendor's reply has it, after the number of the request */
  constructor(message: string, data?: Value) {
    super(message)
    this.data = data
  }
}

/** What plain JavaScript throws inside a function. */
export function uncaught(message: string): FunctionError {
  return new FunctionError(`Uncaught Error: ${message}`)
}

/** What a function throws for its caller to read, with the text as its data. */
export function convexError(message: string): FunctionError {
  return new FunctionError(`Uncaught ConvexError: ${message}`, message)
}
