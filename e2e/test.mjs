// `npm test`: every check, in the order in which they fail fastest.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const node = 'node_modules/.bin/node'
if (!existsSync(node)) run('npm', ['ci'])
const bin = (path, ...args) => run(node, [`node_modules/${path}`, ...args])
bin('prettier/bin/prettier.cjs', '--check', '.')
bin('eslint/bin/eslint.js', '.')
bin('dependency-cruiser/bin/dependency-cruiser.mjs', 'src', 'server', 'e2e')
bin('typescript/bin/tsc', '--noEmit')
bin('vitest/vitest.mjs', 'run')

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
