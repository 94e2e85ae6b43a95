import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const command = fileURLToPath(new URL('lua.ts', import.meta.url))

async function runFile(source: string) {
  const file = join(await mkdtemp(join(tmpdir(), 'lua-')), 'script.lua')
  await writeFile(file, source)
  return runPath(file)
}

async function runPath(file: string) {
  const child = spawn(process.execPath, [command, file])
  let out = ''
  let err = ''
  child.stdout.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { out, err, code }
}

test('a file runs, prints and ends with 0', async () => {
  expect(await runFile('print("hello", #"wörld")')).toEqual({ out: 'hello\t6\n', err: '', code: 0 })
})

test('a first line for the shell is passed over, and lines keep their numbers', async () => {
  expect((await runFile('#!/usr/bin/env lua\nerror("boom")')).err).toMatch(/^main\.lua:2: boom\n/)
})

test('an error goes to stderr with its traceback, and ends with 1', async () => {
  expect(await runFile('print(1)\nerror("boom")')).toEqual({
    out: '1\n',
    err: 'main.lua:2: boom\n  main.lua:2: in main chunk\n',
    code: 1,
  })
})

test.each([
  ['nowhere/script.lua', 'there is no such file'],
  ['.', 'it is a folder'],
])('%s is refused with one line', async (path, reason) => {
  expect(await runPath(path)).toEqual({ out: '', err: `${path} cannot be read: ${reason}.\n`, code: 1 })
})
