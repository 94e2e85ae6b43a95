import { expect, describe, test } from 'vitest'
import { BASE, eq, filter, KEY, names, open } from './convex/testing/open-session.ts'
import { type DemoRequest } from './vendor.ts'

describe('who is asking', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['a wrong key', { authorization: 'Convex nope|x' }, 401, 'BadAdminKey'],
    ['a key as a bearer', { authorization: KEY.replace('Convex', 'Bearer') }, 401, 'InvalidAuthHeader'],
    ['another scheme', { authorization: 'Digest abc' }, 400, 'InvalidAdminKey'],
    ['next to nothing', { authorization: 'x' }, 400, 'InvalidHeaderFailure'],
    ['nobody', {}, 403, 'BadDeployKey'],
  ])('%s', (_name, headers, status, code) => {
    const { ask } = open()
    for (const path of ['shapes2', 'v1/deployment_info']) {
      expect(ask({ url: `${BASE}/api/${path}`, headers })).toMatchObject({ status, body: { code } })
    }
  })

  test('a key without the name of its purpose is the same key', () => {
    const headers = { authorization: 'convex happy-otter-123|demo-deploy-key' }
    expect(open().ask({ url: `${BASE}/api/v1/deployment_info`, headers }).status).toBe(200)
  })
})

describe('what is asked', () => {
  test.each<[string, Partial<DemoRequest>, number]>([
    ['a path that is not there', { url: `${BASE}/api/tables` }, 404],
    ['the REST routes that never were', { method: 'DELETE', url: `${BASE}/tables/users/documents/doc_abc123` }, 404],
    ['a method that is not there', { url: `${BASE}/api/query` }, 405],
    ['the same of a read', { method: 'POST', url: `${BASE}/api/shapes2` }, 405],
  ])('%s', (_name, request, status) => {
    expect(open().ask({ url: BASE, ...request })).toEqual({ status, body: null })
  })

  test.each<[string, unknown, Record<string, string>, string]>([
    ['no JSON', '{', {}, 'BadJsonBody'],
    ['a list', [], {}, 'BadJsonBody'],
    ['no path', { args: {} }, {}, 'BadJsonBody'],
    ['no arguments', { path: '_system/cli/tables' }, {}, 'BadJsonBody'],
    ['another type', {}, { 'content-type': 'text/plain' }, 'BadJsonBody'],
    ['an unknown format', { path: '_system/cli/tables', args: {}, format: 'yaml' }, {}, 'BadFormat'],
    ['what is no path', { path: 'a b', args: {} }, {}, 'BadConvexFunctionIdentifier'],
  ])('%s', (_name, body, headers, code) => {
    expect(open().send('query', body, headers)).toMatchObject({ status: 400, body: { code } })
  })

  test.each<[string, object, RegExp]>([
    ['_system/cli/nothing', {}, /Couldn't find system module '"_system\/cli\/nothing\.js"'/],
    ['messages:list', {}, /Could not find public function for 'messages:list'/],
    ['_system/cli/tables', {}, /Object is missing the required field `paginationOpts`/],
    ['_system/cli/tables', { paginationOpts: { numItems: '1', cursor: null } }, /Path: \.paginationOpts\.numItems/],
    ['_system/cli/tables', [{}, {}], /arguments must be an object/],
    ['_system/frontend/getSchemas', { other: 1 }, /extra field `other`/],
  ])('%s %j', (path, args, message) => {
    const { status, errorMessage } = open().query(path, args)
    expect({ status, errorMessage }).toEqual({
      status: 'error',
      errorMessage: expect.stringMatching(message) as unknown,
    })
  })
})

test('the same requests give the same ids', () => {
  const ids = () => {
    const { mutate, read } = open()
    mutate('_system/frontend/addDocument', { table: 'drafts', documents: [{}, {}] })
    return read('drafts').value!.page.map(({ _id, _creationTime }) => [_id, _creationTime])
  }
  expect(ids()).toEqual(ids())
  expect(new Set(ids().map(([id]) => id)).size).toBe(2)
})

test('every id and table that the page prints is in the sample data', () => {
  expect(names(open().read('users', filter([eq('_id', 'doc_abc123')])))).toEqual(['John'])
})
