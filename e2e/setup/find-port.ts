// A free port for a program that takes no port 0 and would not say which it got.
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Finds a port at which nothing listens, below those that systems give to connections and to port 0: until the program
 * listens there, nothing else comes upon it.
 */
export function findPort(): Promise<number> {
  const port = randomInt(20_000, 30_000)
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(findPort())
      else reject(error)
    })
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => resolve(port))
    })
  })
}
