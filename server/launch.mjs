// The rest of `npm start`: packages, build, then the server until it ends or is told to stop.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, node } from './install.mjs'
import { stopWith } from './stop-with.mjs'

const root = join(import.meta.dirname, '..')

installPackages()
const built = spawnSync(node, [join(root, 'server/build.mjs')], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
if (built.status !== 0) process.exit(built.status ?? 1)

// The channel tells the server when this process is gone, even when it was killed.
const server = spawn(node, [join(root, 'build/server/main.mjs')], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
stopWith(server)
server.on('exit', (code) => process.exit(code ?? 1))
