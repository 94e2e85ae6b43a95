import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

const command = fileURLToPath(new URL('lua.ts', import.meta.url))

/** Runs the command on files of a new folder, which goes with its test: their texts by name. */
async function runFiles(
  files: Record<string, string | Uint8Array>,
  given = Object.keys(files).slice(0, 1),
  onOutput?: (child: ChildProcess) => void,
) {
  const folder = await mkdtemp(join(tmpdir(), 'lua-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return runCommand(given, folder, onOutput)
}

async function runCommand(given: string[], cwd: string, onOutput: (child: ChildProcess) => void = () => undefined) {
  const child = spawn(process.execPath, [command, ...given], { cwd, env: { PATH: process.env.PATH } })
  let out = ''
  let err = ''
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
    onOutput(child)
  })
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { out, err, code }
}

test('a file runs, prints and ends with 0', async () => {
  expect(await runFiles({ 'script.lua': 'print("hello", #"wörld")' })).toEqual({ out: 'hello\t6\n', err: '', code: 0 })
})

test.each(['#!/usr/bin/env lua\n', '\u{feff}# a note\n'])(
  'a first line that is not Lua is passed over: %j',
  async (head) => {
    expect((await runFiles({ 'script.lua': `${head}error("boom")` })).err).toMatch(/:2: boom\n/)
  },
)

test('an error goes to stderr with its traceback, and ends with 1', async () => {
  expect(await runFiles({ 'main.lua': 'print(1)\nerror("boom")' })).toEqual({
    out: '1\n',
    err: 'main.lua:2: boom\n  main.lua:2: in main chunk\n',
    code: 1,
  })
})

test.each([
  ['nowhere/script.lua', 'there is no such file'],
  ['.', 'it is a folder'],
])('%s is refused with one line', async (path, reason) => {
  expect(await runCommand([path], tmpdir())).toEqual({ out: '', err: `${path} cannot be read: ${reason}.\n`, code: 1 })
})

test('each file has a state of its own, and one that fails stops no other', async () => {
  const files = { 'a.lua': 'shared = 1 error("boom", 0)', 'b.lua': 'print(shared, arg[0])' }
  expect(await runFiles(files, ['a.lua', 'b.lua'])).toMatchObject({
    out: 'nil\tb.lua\n',
    err: expect.stringMatching(/^a\.lua failed:\nboom\n/) as string,
    code: 1,
  })
})

test('statements run before each file, in its state', async () => {
  const given = ['-e', '_port = true', '-e', 'local x = 2 y = x', 'a.lua', 'a.lua']
  expect(await runFiles({ 'a.lua': 'print(_port, y) y = 3' }, given)).toMatchObject({ out: 'true\t2\ntrue\t2\n' })
  const wrong = await runFiles({ 'a.lua': 'print(1)' }, ['-e', 'x = = 1', 'a.lua'])
  expect(wrong).toMatchObject({ out: '', code: 1, err: expect.stringContaining('(command line):1:') as string })
})

test('modules and files come from the folder of the file and from below it', async () => {
  const files = {
    'sub/main.lua': `
      local m, where = require 'lib.one'
      print(m.name, where, require 'lib.one' == m, package.loaded['lib.one'] == m, require 'string' == string)
      print(dofile('sub/two.lua'), loadfile('sub/two.lua', 't', { print = 9 })())
      print(pcall(require, 'lib.nothing'))
      print(loadfile('/etc/passwd'))
      print(pcall(dofile, '../../../../etc/passwd'))`,
    'sub/lib/one.lua': 'return { name = ... }',
    'sub/two.lua': 'return print ~= 9 and "own" or print',
  }
  const { out, err } = await runFiles(files)
  expect(err).toBe('')
  expect(out.split('\n').slice(0, 3)).toEqual([
    'lib.one\tsub/lib/one.lua\ttrue\ttrue\ttrue',
    'own\t9',
    "false\tmodule 'lib.nothing' not found:",
  ])
  expect(out).toContain("\tno field package.preload['lib.nothing']\n\tno file 'sub/lib/nothing.lua'\n")
  expect(out).toContain('nil\tcannot open /etc/passwd: it is outside of the folders of this run\n')
  expect(out).toContain('false\tcannot open ../../../../etc/passwd: it is outside of the folders of this run\n')
})

test('the names of modules and files are read as Lua reads them', async () => {
  const source = `
    print(pcall(require))
    print(pcall(dofile, {}))
    print((select(2, pcall(require, 12)):gsub(':.*', '')))
    print(loadfile(5))
    for _, how in ipairs { { 'a-b', '-', '%' }, { 'c]d', ']' }, { 'ab.cd', 'b.c', '+' }, { 'a.b', '' } } do
      print(select(2, package.searchpath(how[1], '?.lua', how[2], how[3])))
    end`
  const { out, err } = await runFiles({ 'main.lua': source })
  expect(err).toBe('')
  expect(out.split('\n')).toEqual([
    "false\tbad argument #1 to 'require' (string expected, got no value)",
    "false\tbad argument #1 to 'dofile' (string expected, got table)",
    "module '12' not found",
    'nil\tcannot open 5: there is no such file',
    "no file 'a%b.lua'",
    "no file 'c/d.lua'",
    "no file 'a+d.lua'",
    "no file 'a.b.lua'",
    '',
  ])
})

test('output that nobody reads any more ends it without a word', async () => {
  const { err, code } = await runFiles({ 'endless.lua': 'while true do print("on") end' }, undefined, ({ stdout }) => {
    stdout!.destroy()
  })
  expect({ err, code }).toEqual({ err: '', code: 1 })
})
