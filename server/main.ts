// The server process: settings, port, database, API, in this order; and the way back when it is told to stop.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describeFailure, StartFailure } from './failure.ts'
import { readSettings } from './settings.ts'
import { runServer } from './server.ts'

/** Node that the bundle is made for. */
const NODE_MAJOR = 24

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    throw new StartFailure(`The server needs Node ${NODE_MAJOR}, this is ${process.version}. Start it with npm start.`)
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop.abort()
    })
  }
  // Whoever started us is gone: without this, killing `npm start` would leave a server behind.
  process.on('disconnect', () => {
    stop.abort()
  })
  await runServer({
    settings: readSettings(process.env),
    root: findRoot(),
    // The sources run in development only; everybody else gets the bundle.
    development: import.meta.filename.endsWith('.ts'),
    signal: stop.signal,
    say: (line) => process.stdout.write(`${line}\n`),
  })
}

/** The checkout: main.ts lies one level below it, the bundle two. */
function findRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`)
    process.exit(1)
  },
)
