// The raw helpers of Clerk, from Lua through the server: whatever the path says, the vendor and its prefix stay the same.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller } from '../../server/api/testing/caller.ts'
import { listen, type Listener } from '../vendors/listen.ts'
import { wireTables } from '../vendors/tables.ts'
import { connectTable } from './connect-table.ts'
import { openPath, type Path } from './open-path.ts'

const clerk = wireTables.find(({ slug }) => slug === 'clerk')!
const FINE = { status: 200, headers: { 'content-type': 'application/json' }, body: '{"fine":true}' }

let vendor: Listener
let other: Listener
let path: Path
let user: Caller

beforeAll(async () => {
  vendor = await listen(() => FINE)
  other = await listen(() => FINE)
  path = await openPath([vendor.host, other.host])
  user = await path.api.signUp('raw-paths')
  expect((await connectTable(user, clerk, vendor.origin)).status).toBe(200)
})
afterAll(async () => {
  await path[Symbol.asyncDispose]()
  await vendor.close()
  await other.close()
})

const TRICKS = [
  'http://OTHER/x',
  'HTTP://OTHER/x',
  'http:/OTHER/x',
  'http:OTHER',
  '//OTHER/x',
  '///OTHER/x',
  '/\\OTHER/x',
  '\\\\OTHER/x',
  '@OTHER/x',
  '/@OTHER',
  ':80@OTHER/x',
  '.OTHER/x',
  '/%2f%2fOTHER/x',
  '/%5cOTHER',
  '\t//OTHER/x',
  '/\t/OTHER/x',
  '/\n/OTHER',
  ' //OTHER/x',
  '/users\r\nHost: OTHER\r\n\r\n',
  '/users/%0d%0aHost:%20OTHER',
  '/users HTTP/1.1\r\nHost: OTHER',
  '..',
  '/..',
  '../v2/users',
  '/../../users',
  '/users/../../x',
  '/users/./x',
  '/%2e%2e/x',
  '/.%2e/x',
  '/%2E./x',
  '/%252e%252e/x',
  '/users/..%2f..%2fx',
  '/users/..%5c..%5cx',
  '/users/..;/..;/x',
  '/users/..;jsessionid=1/x',
  '/users/.;/x',
  '/users/%2e%2e%3b/x',
  '/users/..%00/x',
  '/users/%c0%ae%c0%ae/x',
  '/users/%u002e%u002e/x',
  '/users/．．/x',
  '/users/‥/x',
  '/users／..／x',
  '/users?x=1',
  '/users#x',
  '/users/%3fx=1',
  '/users/%23x',
  '/',
  '',
  '/users/',
  '/{path}',
  '/{segment_0}',
  '/__proto__/constructor',
  '/v1/../v2',
]

test.each(['api_get', 'api_post', 'api_patch', 'api_delete'])('%s leaves neither host nor prefix', async (name) => {
  vendor.log.length = 0
  const tricks = TRICKS.map((trick) => trick.replace('OTHER', other.host))
  const { output } = await path.run(
    user,
    `for _, path in ipairs(json.decode(${JSON.stringify(JSON.stringify(tricks))})) do
       local ok, problem = pcall(app.integrations.clerk.${name}, { path = path })
       print(ok and 'sent' or problem.code)
     end`,
    { decide: () => 'once' },
  )
  const outcomes = output.trim().split('\n')
  expect(outcomes).toHaveLength(tricks.length)
  expect(new Set(outcomes)).toEqual(new Set(['sent', 'invalid_argument']))
  expect(vendor.log).toHaveLength(outcomes.filter((outcome) => outcome === 'sent').length)
  for (const { method, url, headers } of vendor.log) {
    expect(method).toBe(name.slice('api_'.length).toUpperCase())
    expect(headers['host']).toBe(vendor.host)
    expect(url).toMatch(/^\/v1\/[^?#]+$/)
    // As a server reads it that takes escapes, semicolons and backslashes for more than they are.
    for (const step of decodeURIComponent(url).split(/[/\\]/)) expect(step.split(';')[0], url).not.toMatch(/^\.\.?$/)
  }
  expect(other.log).toEqual([])
})
