// Waiting that ends when a signal says so.

/**
 * Settles as the promise does, or rejects with the reason of the signal as soon as it aborts.
 * undici looks at the signal of a request only once a connection is open; until then (names, handshakes,
 * a queue for connections) the caller would wait on although nobody wants the answer.
 */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason as Error)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}
