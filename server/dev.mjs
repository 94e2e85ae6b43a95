// `npm run dev`: Astro's server in front, ours behind it, and the generated files made anew when their sources change.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, utimesSync, watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { installPackages, node } from './install.mjs'
import { stopWith } from './stop-with.mjs'

const root = join(import.meta.dirname, '..')
const port = process.env.PORT || '4321'
const address = `http://127.0.0.1:${port}`

installPackages()
if (!generate()) process.exit(1)

const backend = `http://127.0.0.1:${await findFreePort()}`
const environment = {
  ...process.env,
  HOST: '127.0.0.1',
  PORT: new URL(backend).port,
  PUBLIC_URL: address,
  // Read by astro.config.mjs: Vite hands /api and /sandbox on to it.
  KOSMO_API: backend,
  // Astro puts itself in the background where it thinks a program started it; set, it stays.
  ASTRO_DEV_BACKGROUND: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
}
const server = run(['--watch', '--watch-preserve-output', 'server/main.ts'], /is at http/, /^Completed running/)
const astro = 'node_modules/astro/bin/astro.mjs'
const site = run([astro, 'dev', '--host', '127.0.0.1', '--port', port, '--ignore-lock'], /watching for file changes/i)
stopWith(server.child, site.child)
const halves = [server.child, site.child]
for (const child of halves) {
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 1
    halves.forEach((half) => half.kill('SIGTERM'))
    if (halves.every((half) => half.exitCode !== null || half.signalCode !== null)) process.exit()
  })
}
await Promise.all([server.ready, site.ready])
process.stdout.write(`KosmoKrator Lua, for development, is at ${address}\n`)
watchSources()

/** Starts one half; its lines are shown but for those that announce an address, which would be the wrong one. */
function run(parameters, readyLine, hidden = /^$/) {
  const child = spawn(node, parameters, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const ready = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (readyLine.test(line)) resolve()
      else if (!/http:\/\/127\.0\.0\.1|localhost|^\s*$|ready in|┃/.test(line) && !hidden.test(line)) {
        process.stdout.write(`${line}\n`)
      }
    })
  })
  return { child, ready }
}

/** Lua prelude, catalog and sandbox frame: what Astro does not make itself. */
function generate() {
  const { status } = spawnSync(node, ['server/build.mjs', 'lua', 'catalog', 'sandbox'], { cwd: root, stdio: 'inherit' })
  return status === 0
}

function watchSources() {
  let timer
  for (const folder of ['src/lua', 'src/sandbox', 'src/contract', 'src/catalog', 'content/integrations']) {
    if (!existsSync(join(root, folder))) continue
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (!name || name.endsWith('.generated.ts')) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        // The frame is no module of the page: a new time on its address file makes Vite reload what shows it.
        if (generate()) utimesSync(join(root, 'src/sandbox/assets.generated.ts'), new Date(), new Date())
      }, 100)
    })
  }
}

/** Below the ports that systems give to connections: one of them could take it before our server listens there. */
function findFreePort() {
  const free = 20_000 + Math.floor(Math.random() * 10_000)
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(findFreePort()) : reject(error)))
    probe.listen(free, '127.0.0.1', () => probe.close(() => resolve(free)))
  })
}
