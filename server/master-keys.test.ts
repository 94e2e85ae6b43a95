import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { keyFileOf, loadMasterKeys } from './master-keys.ts'
import { makeTemporaryFolder } from './testing/temporary-folder.ts'

function chooseFolder(): { dataDir: string; masterKeys: undefined; databaseUrl: undefined } {
  const dataDir = join(makeTemporaryFolder('keys'), 'data')
  return { dataDir, masterKeys: undefined, databaseUrl: undefined }
}

test('the first start makes a key outside the data folder that only its user can read; the second reads it', () => {
  const settings = chooseFolder()
  const first = loadMasterKeys(settings)
  expect(first).toMatchObject({ made: true, file: keyFileOf(settings.dataDir) })
  expect(statSync(first.file!).mode & 0o777).toBe(0o600)
  expect(first.file!.startsWith(`${settings.dataDir}/`)).toBe(false)
  expect(readdirSync(join(settings.dataDir, '..'))).toEqual(['data.keys'])
  const second = loadMasterKeys(settings)
  expect(second.made).toBe(false)
  expect(second.keys[0]!.key.reveal()).toBe(first.keys[0]!.key.reveal())
  expect(Buffer.from(first.keys[0]!.key.reveal(), 'base64')).toHaveLength(32)
})

test('a key that is gone is not silently replaced while there is data', () => {
  const settings = chooseFolder()
  mkdirSync(join(settings.dataDir, 'postgres'), { recursive: true })
  expect(() => loadMasterKeys(settings)).toThrow(/is gone/)
  expect(existsSync(keyFileOf(settings.dataDir))).toBe(false)
})

test('a file that others can read is refused', () => {
  const settings = chooseFolder()
  loadMasterKeys(settings)
  chmodSync(keyFileOf(settings.dataDir), 0o644)
  expect(() => loadMasterKeys(settings)).toThrow(/chmod 600/)
})

test('a damaged file is refused without showing what is in it', () => {
  const settings = chooseFolder()
  writeFileSync(keyFileOf(settings.dataDir), 'today:c2hvcnQ=\n', { mode: 0o600 })
  expect(() => loadMasterKeys(settings)).toThrow(/^(?!.*c2hvcnQ)The master key .* 32 bytes/)
})

test('keys do not print', () => {
  const settings = chooseFolder()
  const { keys, file } = loadMasterKeys(settings)
  const value = readFileSync(file!, 'utf8').trim().split(':')[1]!
  expect(inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys)).not.toContain(value)
})

test('several lines are several keys, the first of them active', () => {
  const settings = chooseFolder()
  const key = Buffer.alloc(32, 7).toString('base64')
  writeFileSync(keyFileOf(settings.dataDir), `new:${key}\nold:${key}\n`, { mode: 0o600 })
  expect(loadMasterKeys(settings).keys.map(({ id }) => id)).toEqual(['new', 'old'])
})
