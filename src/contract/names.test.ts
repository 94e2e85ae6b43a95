import { expect, test } from 'vitest'
import { nearestName, spellFunction } from './names.ts'

const names = ['get_key', 'set_key', 'delete_key', 'list_keys', 'list_databases']

test.each([
  ['get_kye', 'get_key'],
  ['GET_KEY', 'get_key'],
  ['list_key', 'list_keys'],
  ['listdatabases', 'list_databases'],
  ['send_mail', undefined],
  ['x', undefined],
])('%s was meant as %s', (wrong, meant) => {
  expect(nearestName(wrong, names)).toBe(meant)
})

test('a function is spelt short and behind every namespace, its aliases too', () => {
  expect(spellFunction(['key-store', 'store2'], { name: 'set_key', aliases: ['put_key'] })).toEqual([
    'set_key',
    'put_key',
    'key_store_set_key',
    'key_store_put_key',
    'store2_set_key',
    'store2_put_key',
  ])
})
