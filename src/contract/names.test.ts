import { expect, test } from 'vitest'
import { nearestName } from './names.ts'

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
