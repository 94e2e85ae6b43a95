// Which keys an account of Clerk takes, and which ones are found in a text before it is shared.
import { expect, test } from 'vitest'
import { loadCatalog } from '../../../src/catalog/load.ts'
import { demo } from '../../../src/demo/clerk.ts'

const { credentials, servers } = loadCatalog().integrations['clerk']!
const [secretKey, url] = credentials[0]!.fields
const takes = new RegExp(secretKey!.pattern!.matches, 'u')
const finds = new RegExp(secretKey!.looksLike!, 'u')

// No key of anybody; put together here, so that no scanner of secrets stumbles over the file.
const tail = 'Q3b0c44298fc1c149afbf4c8996fb92427ae41e4649b'
const testKey = `sk_test_${tail}`
const liveKey = `sk_live_${tail}`

test.each<[key: string, taken: boolean]>([
  [testKey, true],
  [liveKey, true],
  [demo.secrets['secret_key']!, true],
  [`pk_test_${tail}`, false],
  [`pk_live_${tail}`, false],
  [tail, false],
  [`Bearer ${liveKey}`, false],
  [` ${liveKey}`, false],
  [`${liveKey}\n`, false],
  ['sk_live_', false],
  ['', false],
])('%j is taken: %s', (key, taken) => {
  expect(takes.test(key)).toBe(taken)
})

test.each<[text: string, found: boolean]>([
  [`local key = "${liveKey}"`, true],
  [`curl -H 'Authorization: Bearer ${testKey}'`, true],
  [`CLERK_SECRET_KEY=${testKey}`, true],
  [`pk_test_${tail}`, false],
  ['a key begins with sk_test_ or sk_live_', false],
  ['user_123', false],
])('%j holds a key: %s', (text, found) => {
  expect(finds.test(text)).toBe(found)
})

test('the address is that of Clerk unless an account says otherwise, and on no other host', () => {
  expect(url).toMatchObject({ type: 'url', required: false, default: 'https://api.clerk.com/v1' })
  expect(servers['api']).toMatchObject({
    url: { field: 'url' },
    hosts: ['api.clerk.com'],
    auth: { bearer: 'secret_key' },
  })
})
