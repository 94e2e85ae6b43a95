// `npm run build [step…]`: runs the steps whose inputs changed since they last ran. Needs the Node of the package.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashInputs } from './make/inputs.ts'
import { STEPS } from './make/steps.ts'

const root = join(import.meta.dirname, '..')
const stampFile = join(root, 'build/stamps.json')
const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
const wanted = process.argv.slice(2)

for (const step of STEPS.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  const stamp = hashInputs(root, step.inputs)
  if (stamps[step.name] === stamp && step.outputs.every((path) => existsSync(join(root, path)))) continue
  process.stdout.write(`${step.label}…\n`)
  // A step that is cut short must run again.
  save(step.name, undefined)
  try {
    await step.run(root)
  } catch (error) {
    process.stderr.write(`${step.label} failed.\n${error.name === 'BuildFailure' ? error.message : error.stack}\n`)
    process.exit(1)
  }
  save(step.name, stamp)
}

function save(name, stamp) {
  stamps[name] = stamp
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stampFile, `${JSON.stringify(stamps, null, 2)}\n`)
}
