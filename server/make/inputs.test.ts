import { mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { hashInputs } from './inputs.ts'
import { makeTemporaryFolder } from '../testing/temporary-folder.ts'

const root = makeTemporaryFolder('inputs')
mkdirSync(join(root, 'src/deep'), { recursive: true })
const write = (name: string, text: string) => {
  writeFileSync(join(root, name), text)
}
write('src/a.ts', 'a')
write('src/deep/b.ts', 'b')
const hash = () => hashInputs(root, { files: ['src', 'missing.json'], environment: ['KOSMO_TEST_INPUT'] })

test('times, tests and generated files do not count', () => {
  const before = hash()
  utimesSync(join(root, 'src/a.ts'), 1, 1)
  write('src/a.test.ts', 'test')
  write('src/list.generated.ts', 'generated')
  expect(hash()).toBe(before)
})

test('contents, names, new files and variables do', () => {
  const seen = [hash()]
  write('src/a.ts', 'A')
  seen.push(hash())
  renameSync(join(root, 'src/a.ts'), join(root, 'src/c.ts'))
  seen.push(hash())
  write('missing.json', '')
  seen.push(hash())
  vi.stubEnv('KOSMO_TEST_INPUT', 'set')
  seen.push(hash())
  vi.unstubAllEnvs()
  expect(new Set(seen).size).toBe(seen.length)
})
