import { homedir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { LIMITS } from '../src/contract/limits.ts'
import { readSettings } from './settings.ts'
import { chooseDataDir } from './settings-data-dir.ts'

const key = Buffer.alloc(32, 1).toString('base64')

test('nothing set is safe', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 4321,
    publicUrl: undefined,
    trustedProxies: [],
    databaseUrl: undefined,
    masterKeys: undefined,
    signUp: 'open',
    privateHosts: [],
    limits: LIMITS,
    credentials: { allowed: true },
  })
})

test.each([
  ['HOST', 'two words', 'is not a host name or an IP address'],
  ['PORT', 'http', 'is not a port number from 0 to 65535'],
  ['PORT', '65536', 'is not a port number from 0 to 65535'],
  ['PORT', '-1', 'is not a port number from 0 to 65535'],
  ['PUBLIC_URL', 'lua.example.com', 'is not an address like https://lua.example.com'],
  ['PUBLIC_URL', 'ftp://lua.example.com', 'is not an address like https://lua.example.com'],
  ['PUBLIC_URL', 'https://lua.example.com/docs', 'must be an origin: scheme, host and port, without a path'],
  ['PUBLIC_URL', 'https://me:canary@lua.example.com', 'must not hold a user name or password'],
  ['TRUSTED_PROXIES', '10.0.0.1,proxy', 'names "proxy", which is not an IP address or a range like 10.0.0.0/8'],
  ['TRUSTED_PROXIES', '10.0.0.0/33', 'names "10.0.0.0/33", whose prefix length is not a number from 0 to 32'],
  ['DATABASE_URL', 'mysql://me:canary@db/x', 'is not an address like postgresql://user:password@host:5432/name'],
  ['DATABASE_URL', 'postgres://me:canary@[db/x', 'is not an address like postgresql://user:password@host:5432/name'],
  ['MASTER_KEYS', 'canary', 'must be id:base64key, separated by commas; entry 1 is not'],
  ['MASTER_KEYS', `a:${key},b:Y2FuYXJ5`, 'holds a key "b" that is not 32 bytes in base64'],
  ['MASTER_KEYS', `a:${key},a:${key}`, 'names the key "a" twice'],
  ['SIGN_UP', 'yes', 'is neither open nor closed'],
  ['PRIVATE_HOSTS', '127.0.0.1', 'names "127.0.0.1", which is not an exact host:port like 127.0.0.1:8079'],
  ['PRIVATE_HOSTS', '*.local:80', 'names "*.local:80", which is not an exact host:port like 127.0.0.1:8079'],
  ['PRIVATE_HOSTS', '10.0.0.0/8:80', 'names "10.0.0.0/8:80", which is not an exact host:port like 127.0.0.1:8079'],
  ['LIMIT_CPU_SECONDS', '0', 'is not a whole number from 1 to 600'],
  ['LIMIT_CALLS_PER_RUN', 'many', 'is not a whole number from 1 to 10000'],
])('%s=%s is one clear line', (name, value, reason) => {
  const read = () => readSettings({ [name]: value })
  expect(read).toThrow(`${name} ${reason}.`)
  expect(read).not.toThrow(/canary|Y2FuYXJ5/)
})

test.each([
  'postgresql://me:pw@127.0.0.1:5432/x',
  'postgres://me@/x?host=/run/postgresql',
  'postgres:///x?host=/run/postgresql',
  'postgres://me:pw@%2Frun%2Fpostgresql/x',
  'postgres://[::1]:5432/x',
])('DATABASE_URL=%s is taken as it is', (value) => {
  expect(readSettings({ DATABASE_URL: value }).databaseUrl?.reveal()).toBe(value)
})

test.each([
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '192.168.1.5' }, false],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://lua.example.com' }, false],
  [{ HOST: '127.0.0.1', PUBLIC_URL: 'http://lua.example.com' }, false],
  [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://lua.example.com' }, true],
  [{ HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:4000' }, true],
  [{ HOST: '::1' }, true],
  [{ HOST: 'localhost' }, true],
  [{ HOST: '127.8.9.1' }, true],
])('%o: credentials allowed is %s', (environment, allowed) => {
  expect(readSettings(environment).credentials.allowed).toBe(allowed)
})

test('lists are read and made canonical', () => {
  const settings = readSettings({
    TRUSTED_PROXIES: ' 10.0.0.0/8 , ::1',
    PRIVATE_HOSTS: 'Redis.Internal:8079,[FD00::1]:443',
    MASTER_KEYS: `new:${key}, old:${key}`,
  })
  expect(settings.trustedProxies).toEqual(['10.0.0.0/8', '::1/128'])
  expect(settings.privateHosts).toEqual(['redis.internal:8079', '[fd00::1]:443'])
  expect(settings.masterKeys?.map(({ id }) => id)).toEqual(['new', 'old'])
})

test('a limit is set in its own unit', () => {
  expect(readSettings({ LIMIT_MEMORY_MIB: '32' }).limits).toEqual({ ...LIMITS, memoryBytes: 32 * 1024 * 1024 })
})

test('no secret prints', () => {
  const settings = readSettings({ DATABASE_URL: 'postgres://me:canary@db/x', MASTER_KEYS: `a:${key}` })
  const printed = inspect(settings, { depth: 9, showHidden: true }) + JSON.stringify(settings)
  expect(printed).not.toContain('canary')
  expect(printed).not.toContain(key)
})

test.each([
  [undefined, {}, true, '/var/lib/kosmokrator-lua'],
  [undefined, { XDG_DATA_HOME: '/srv/data' }, false, '/srv/data/kosmokrator-lua'],
  [undefined, { XDG_DATA_HOME: 'relative' }, false, join(homedir(), '.local/share/kosmokrator-lua')],
  [undefined, {}, false, join(homedir(), '.local/share/kosmokrator-lua')],
  ['/given', {}, true, '/given'],
])('DATA_DIR %s with %o, root %s, lies at %s', (given, environment, root, expected) => {
  expect(chooseDataDir(given, environment, root)).toBe(expected)
})
