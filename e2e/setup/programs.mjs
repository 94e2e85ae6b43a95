// Makes sure that the programs exist which no npm package brings: a Chromium and a real Redis.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
let listed = false

/** As root on Debian from its packages; elsewhere by Playwright into its own cache. */
export function ensureChromium(node, playwright) {
  const named = process.env.CHROMIUM_PATH
  if (named && !existsSync(named)) fail(`CHROMIUM_PATH names ${named}, which does not exist.`)
  if (named || ['chromium', 'chromium-browser', 'google-chrome'].some((name) => existsSync(`/usr/bin/${name}`))) return
  if (mayInstall) installPackage('chromium')
  else if (
    spawnSync(node, [join('node_modules', playwright), 'install', 'chromium'], { stdio: 'inherit' }).status !== 0
  ) {
    fail('Playwright could not install Chromium. Install one, and set CHROMIUM_PATH to it.')
  }
}

/** Tests against a real Redis are skipped where there is none; a skip that nobody reads about is none. */
export function ensureRedis() {
  if (spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0) return
  if (mayInstall) installPackage('redis-server')
  else process.stdout.write('  There is no redis-server here: the tests against a real Redis are skipped.\n')
}

function installPackage(name) {
  process.stdout.write(`  Installing ${name}…\n`)
  // Run level 1 keeps Debian from starting the service: the tests start a server of their own.
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const run = (...parameters) => spawnSync('apt-get', ['-qq', ...parameters], { stdio: 'pipe', env: environment })
  if (!listed) run('update')
  listed = true
  const { status, stderr } = run('install', '-y', '--no-install-recommends', name)
  if (status !== 0) fail(`${name} could not be installed: ${stderr.toString().trim().split('\n').at(-1)}`)
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
