// `npm test`: installs what is missing, then every check, in the order in which they fail fastest. Any Node from 20 on.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPackages, node } from '../server/install.mjs'
import { ensureChromium, ensureRedis } from './setup/programs.mjs'

const root = join(import.meta.dirname, '..')
const began = Date.now()

const tool = (path, ...parameters) => [node, join('node_modules', path), ...parameters]
const playwright = 'playwright/cli.js'

measure('install', installPackages)
measure('browser', () => ensureChromium(node, playwright))
measure('redis', ensureRedis)
check('format', tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'))
check('lint', tool('eslint/bin/eslint.js', '.'))
check('build', [node, 'server/build.mjs'])
check('imports', tool('dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'server', 'e2e'))
check('types', tool('typescript/bin/tsc', '--noEmit'))
check('pages', tool('astro/bin/astro.mjs', 'check', '--minimumSeverity=error'))
check('unit', tool('vitest/vitest.mjs', 'run'))
check('stories', tool(playwright, 'test'))
process.stdout.write(`All checks passed in ${seconds(began)}.\n`)

function check(name, [command, ...parameters]) {
  measure(name, () => {
    const options = {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CI: '1', FORCE_COLOR: '0' },
    }
    const { status, error } = spawnSync(command, parameters, options)
    if (status === 0) return
    process.stderr.write(`${name} failed${error ? `: ${error.message}` : ''}.\n`)
    process.exit(1)
  })
}

function measure(name, work) {
  process.stdout.write(`— ${name}\n`)
  const start = Date.now()
  work()
  process.stdout.write(`  ${name}: ${seconds(start)}\n`)
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
