import { describe, expect, test } from 'vitest'
import { openSpecification } from './openapi.ts'

const upstash = openSpecification('upstash-developer-api-openapi.yml')
const clerk = openSpecification('clerk-bapi-2025-11-10.yml')
const render = openSpecification('render-openapi.json')

describe.skipIf(!upstash || !clerk || !render)('a specification', () => {
  test.each([
    ['upstash', 'GET', '/redis/database/abc?credentials=hide', null, []],
    ['upstash', 'GET', '/redis/databases/abc', null, ['there is no GET /redis/databases/abc']],
    ['clerk', 'GET', '/users?limit=10&email_address=a%40b.c&email_address=d%40e.f', null, []],
    ['clerk', 'GET', '/users?limit=many', null, ['query limit must be integer']],
    ['clerk', 'GET', '/users?limt=1', null, ['unknown query parameter limt']],
    ['clerk', 'POST', '/users', '{"email_address":["a@example.com"]}', []],
    ['clerk', 'POST', '/users', '{"email_address":"a@example.com"}', ['body/email_address must be array']],
    ['clerk', 'POST', '/users/user_1/ban', '{}', ['a body where none is taken']],
    ['render', 'GET', '/services?limit=101', null, ['query limit must be <= 100']],
    ['render', 'GET', '/services?type=web_service,cron_job', null, []],
    [
      'render',
      'GET',
      '/services?type=web_service,cron',
      null,
      ['query type/1 must be equal to one of the allowed values'],
    ],
  ] as const)('judges %s %s %s %s', (vendor, method, path, body, problems) => {
    const specification = { upstash, clerk, render }[vendor]!
    expect(specification.checkRequest({ method, path, body })).toEqual(problems)
  })

  test('a closed one takes an unknown field for a mistake', () => {
    const body = '{"type":"web_service","name":"n","ownerId":"tea-1","rootDirectory":"api"}'
    const request = { method: 'POST', path: '/services', body }
    const closed = openSpecification('render-openapi.json', { closed: true })!
    expect(render!.checkRequest(request)).toEqual([])
    expect(closed.checkRequest(request)).toEqual(['body must NOT have additional properties'])
  })

  test('judges a reply by the status that it has', () => {
    const request = { method: 'GET', path: '/users/count', body: null }
    const judge = (status: number, body: string) => clerk!.checkReply(request, { status, body })
    expect(judge(200, '{"object":"total_count","total_count":3}')).toEqual([])
    expect(judge(200, '{"object":"total_count","total_count":"3"}')).toEqual(['reply/total_count must be integer'])
    expect(judge(418, '{}')).toEqual(['status 418 is not described'])
  })

  test('takes null where the vendor allows it beside a choice of schemas', () => {
    const request = { method: 'GET', path: '/email_addresses/idn_1', body: null }
    const judge = (verification: unknown) => {
      const row = { object: 'email_address', email_address: 'a@example.com', linked_to: [], reserved: true }
      const body = JSON.stringify({ ...row, verification, created_at: 1, updated_at: 1 })
      return clerk!.checkReply(request, { status: 200, body })
    }
    expect(judge(null)).toEqual([])
    expect(judge('none')).not.toEqual([])
  })
})
