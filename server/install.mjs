// Installs the packages when what is installed is not what package-lock.json asks for. Runs on any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The Node of the packages; everything but the first steps runs on it. */
export const node = join(root, 'node_modules/.bin/node')

/** Leaves with a line when npm fails. */
export function installPackages() {
  if (isInstalled()) return
  process.stdout.write('Installing packages…\n')
  // Development packages too, whatever NODE_ENV says: the build needs some of them.
  const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const [command, ...rest] = npm ? [process.execPath, npm, ...parameters] : ['npm', ...parameters]
  const { status, error } = spawnSync(command, rest, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0 && nodeRuns()) return
  const reason = error
    ? error.message
    : status === 0
      ? 'it left no Node in node_modules'
      : `npm ci ended with ${status}`
  process.stderr.write(`The packages could not be installed: ${reason}.\n`)
  process.exit(1)
}

/** npm writes the hidden lock file last, so one that agrees with ours stands for a whole installation. */
function isInstalled() {
  const hidden = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = readPackages(join(root, 'package-lock.json'))
  const found = readPackages(hidden)
  const agrees = Object.entries(wanted).every(
    ([path, { version, optional, devOptional, peer }]) =>
      // Packages for other platforms are missing.
      path === '' || found[path]?.version === version || (!found[path] && Boolean(optional || devOptional || peer)),
  )
  return agrees && Object.keys(found).every((path) => path in wanted) && nodeRuns()
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Without install scripts (--ignore-scripts) the package `node` holds no program. */
function nodeRuns() {
  return existsSync(node) && spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0
}
