// The installed command at a real terminal: the question before a write, and each way to answer it.
import { spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { waitForEnd } from './install.ts'
import { openAccount } from './open-account.ts'

// util-linux: `script -qec COMMAND /dev/null` runs a command in a terminal of its own and hands on what is typed.
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

const WRITE = 'print(app.integrations.upstash.work.set_key("a", "b").result)'
const DELETE = 'print(app.integrations.upstash.delete_key("temp:data").deleted)'
const QUESTION = /Allow it\? \[y\]es, (yes for this \[r\]un, )?\[n\]o: /

const account = await openAccount()
afterAll(() => account[Symbol.asyncDispose]())
beforeEach(() => {
  account.vendor.reset()
})

/** Runs a script at a terminal; each key string is typed when one more question stands there. */
async function runAtTerminal(source: string, effects: string[], keys: string[], flags = '', tail = ''): Promise<Shown> {
  const env = await account.makeEnvironment(effects)
  const command = `kosmo integrations:lua ${flags} --eval '${source}' ${tail}; echo "code $?"`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: account.kosmo.folder,
    env: {
      PATH: `${account.kosmo.folder}/node_modules/.bin:${process.env['PATH']}`,
      TERM: 'dumb',
      SHELL: '/bin/sh',
      ...env,
    },
  })
  let [seen, typed] = ['', 0]
  child.stdout.on('data', (part: Buffer) => {
    seen += part.toString()
    const questions = Array.from(seen.matchAll(new RegExp(QUESTION, 'g'))).length
    while (typed < Math.min(questions, keys.length)) child.stdin.write(keys[typed++]!)
  })
  const { out } = await waitForEnd(child)
  return {
    text: out.replaceAll('\r', ''),
    code: Number(/code (\d+)\s*$/.exec(out)?.[1]),
    sent: account.vendor.log.map(({ body }) => body),
  }
}

interface Shown {
  text: string
  code: number
  sent: string[]
}

describe.skipIf(!hasScript)('at a terminal (needs `script` of util-linux)', () => {
  test('a write asks with function, account, arguments and request; yes sends it', async () => {
    const { text, code, sent } = await runAtTerminal(WRITE, ['write'], ['y\n'])
    for (const part of [
      'upstash.set_key on the account work is a write:\n  {"key":"a","value":"b"}\n  POST http://127.0.0.1:',
      '\n  ["SET","a","b"]\nAllow it? [y]es, yes for this [r]un, [n]o: ',
      '\nOK\n',
    ]) {
      expect(text).toContain(part)
    }
    expect({ code, sent }).toEqual({ code: 0, sent: ['["SET","a","b"]'] })
  })

  test.each([
    ['no', 'n\n'],
    ['nothing', '\n'],
    ['something else', 'yikes\n'],
    ['the end of the input', '\u0004'],
  ])('%s denies it, and nothing is sent', async (_name, keys) => {
    const { text, code, sent } = await runAtTerminal(`${WRITE}`, ['write'], [keys])
    // On a line of its own, however the question was left.
    expect(text).toMatch(
      /^main\.lua:1: upstash\.set_key: denied: You did not allow upstash\.set_key on account work\.$/m,
    )
    expect({ code, sent }).toEqual({ code: 1, sent: [] })
  })

  test('Ctrl-C denies it and ends the script', async () => {
    const { text, code, sent } = await runAtTerminal(
      `pcall(function() ${WRITE} end) print("on")`,
      ['write'],
      ['\u0003'],
    )
    expect(text).toMatch(/^Stopped\.$/m)
    expect(text).not.toMatch(/^on$/m)
    expect({ code, sent }).toEqual({ code: 1, sent: [] })
  })

  test('each call asks anew, but for a yes for the run', async () => {
    const each = await runAtTerminal(`${WRITE} ${WRITE}`, ['write'], ['y\n', 'y\n'])
    expect(each.text.match(/Allow it\?/g)).toHaveLength(2)
    const run = await runAtTerminal(`${WRITE} ${WRITE}`, ['write'], ['r\n'])
    expect(run.text.match(/Allow it\?/g)).toHaveLength(1)
    expect(run.sent).toHaveLength(4)
  })

  test('what cannot be undone says so, and offers no yes for the run', async () => {
    const { text, sent } = await runAtTerminal(DELETE, ['destructive'], ['r\n'])
    expect(text).toContain('upstash.delete_key on the account work is destructive, which cannot be undone:')
    expect(text).toContain('Allow it? [y]es, [n]o: ')
    expect(sent).toEqual([])
  })

  test('--force asks nobody, and neither lifts a scope nor a rule that denies', async () => {
    const forced = await runAtTerminal(WRITE, ['write'], [], '--force')
    expect(forced).toMatchObject({ code: 0, sent: ['["SET","a","b"]'] })
    expect(forced.text).not.toMatch(QUESTION)
    const beyond = await runAtTerminal(DELETE, ['write'], [], '--force')
    expect(beyond.text).toContain('upstash.delete_key: forbidden: ')
    const [{ id }] = (await account.user.ask('accounts.list')).data as [{ id: string }]
    await account.user.ask('permissions.set', { account: id, effect: 'write', rule: 'deny' })
    const denied = await runAtTerminal(WRITE, ['write'], [], '--force')
    await account.user.ask('permissions.set', { account: id, effect: 'write', rule: 'ask' })
    expect(denied.text).toContain('upstash.set_key: denied: ')
    expect([denied.code, denied.sent.length]).toEqual([1, 1])
  })

  test('with --json the question goes to the terminal, and standard output holds the envelope alone', async () => {
    const { text } = await runAtTerminal(WRITE, ['write'], ['n\n'], '--json', '> out.json')
    expect(text).toMatch(QUESTION)
    const envelope = await readFile(join(account.kosmo.folder, 'out.json'), 'utf8')
    expect(JSON.parse(envelope)).toMatchObject({ success: false, error_details: { code: 'denied' } })
  })
})

test('without a terminal a write fails with approval_required, and a way to go on', async () => {
  const env = await account.makeEnvironment(['write'])
  const { out, err, code } = await account.kosmo.run(['integrations:lua', '--eval', WRITE], { env, input: 'y\n' })
  expect({ out, code }).toEqual({ out: '', code: 1 })
  expect(err).toContain('upstash.set_key: approval_required: ')
  expect(err).toContain(
    'Run the command at a terminal and send nothing to its standard input, or add --force within the scopes of the token.',
  )
  expect(account.vendor.log).toEqual([])
})
