import { expect, test, vi } from 'vitest'
import { compileSources } from '../catalog/load.ts'
import { CallFailure } from '../contract/errors.ts'
import { createCatalogSource } from './catalog.ts'
import { waitFor } from './testing/wait-for.ts'

const compiled = compileSources()
if (!compiled.ok) throw new Error('The catalog does not compile.')
const { index, integrations } = compiled.catalog

/** The site's catalog folder, in memory. */
function serve() {
  const files = new Map([['/catalog/index.1.json', JSON.stringify(index)]])
  for (const { slug, file } of index.integrations) files.set(`/catalog/${file}`, JSON.stringify(integrations[slug]))
  return vi.fn((url: string) => {
    const text = files.get(url)
    return text === undefined ? Promise.reject(new CallFailure('stale_page', url)) : Promise.resolve(text)
  })
}

test('the index is read once, a definition when it is asked for, and only once', async () => {
  const read = serve()
  const source = createCatalogSource('/catalog/index.1.json', read)
  await source.readIndex()
  expect(await source.readIntegration('upstash')).toEqual({ index, integrations: { upstash: integrations['upstash'] } })
  await source.readIntegration('upstash')
  expect(read).toHaveBeenCalledTimes(2)
})

test('an integration that the catalog does not have costs no request', async () => {
  const read = serve()
  const source = createCatalogSource('/catalog/index.1.json', read)
  expect(await source.readIntegration('__proto__')).toEqual({ index, integrations: {} })
  expect(read).toHaveBeenCalledTimes(1)
})

test('only what a script mentions is fetched ahead', async () => {
  const read = serve()
  const source = createCatalogSource('/catalog/index.1.json', read)
  source.prefetch('print(1)')
  await waitFor(() => expect(read).toHaveBeenCalledTimes(1))
  source.prefetch('app.integrations.upstash.get_key({})')
  await waitFor(() => expect(read).toHaveBeenCalledTimes(2))
})

test('a failure is tried again', async () => {
  const read = serve()
  read.mockRejectedValueOnce(new CallFailure('offline', 'No connection.'))
  const source = createCatalogSource('/catalog/index.1.json', read)
  await expect(source.readIndex()).rejects.toMatchObject({ error: { code: 'offline' } })
  expect((await source.readIndex()).version).toBe(index.version)
})
