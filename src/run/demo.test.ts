import { expect, test } from 'vitest'
import { loadCatalog } from '../catalog/load.ts'
import { type CallOutcome } from '../contract/call.ts'
import { demoVendors } from '../demo/registry.generated.ts'
import { createDemo, type Demo } from './demo.ts'

const catalog = loadCatalog()

function call(demo: Demo, name: string, args: object, account: string | null = null): Promise<CallOutcome> {
  return demo.call({ integration: 'upstash', function: name, account, arguments: JSON.stringify(args), line: 1 })
}

async function read(demo: Demo, account: string | null = null): Promise<unknown> {
  const outcome = await call(demo, 'get_key', { key: 'config:theme' }, account)
  return outcome.ok ? (JSON.parse(outcome.value) as { value: unknown }).value : outcome.error.code
}

test('a write is there for the next call, in its account only', async () => {
  const demo = createDemo(catalog, demoVendors)
  await call(demo, 'set_key', { key: 'config:theme', value: 'dark' }, 'work')
  expect([await read(demo, 'work'), await read(demo), await read(demo, 'home')]).toEqual(['dark', 'light', 'light'])
})

test('no name and the name default are one account', async () => {
  const demo = createDemo(catalog, demoVendors)
  await call(demo, 'set_key', { key: 'config:theme', value: 'dark' }, 'default')
  expect(await read(demo)).toBe('dark')
})

test('a saved state comes back, reset begins anew, and what is no state is ignored', async () => {
  const demo = createDemo(catalog, demoVendors)
  await call(demo, 'set_key', { key: 'config:theme', value: 'dark' })
  const saved = demo.save()
  demo.reset()
  expect(await read(demo)).toBe('light')
  for (const text of ['', 'null', '[]', '{"catalog":"other","states":[]}', saved.replace('"states":[[', '"states":[')])
    demo.load(text)
  expect(await read(demo)).toBe('light')
  demo.load(saved)
  expect(await read(demo)).toBe('dark')
})

test('the request is shown with the names of secrets, the reply without those of the vendor', async () => {
  const outcome = await call(createDemo(catalog, demoVendors), 'list_databases', {})
  const text = JSON.stringify(outcome)
  expect(outcome.exchanges[0]!.request.headers[0]).toEqual(['Authorization', 'Basic ‹email:api_key›'])
  expect(text).not.toMatch(/demo-management-key|demo-password|demo-token|demo-read-only/)
  expect(text).toContain('‹hidden›')
})

test('failures are outcomes that name the call', async () => {
  const demo = createDemo(catalog, demoVendors)
  const wrong = await call(demo, 'get_key', { kye: 'a' }, 'work')
  expect(wrong).toMatchObject({
    ok: false,
    account: 'work',
    exchanges: [],
    error: { code: 'invalid_argument', integration: 'upstash', function: 'get_key', account: 'work' },
  })
  const refused = await call(demo, 'get_key', { key: 'queue:mail' })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'vendor_error', status: 400 },
    exchanges: [{ reply: { status: 400 } }],
  })
})

test('an integration without a demo vendor says so', async () => {
  expect(await call(createDemo(catalog, {}), 'get_key', { key: 'a' })).toMatchObject({ error: { code: 'no_demo' } })
})
