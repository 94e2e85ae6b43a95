import { expect, test } from 'vitest'
import { demo } from '../cloudconvert.ts'
import { DEMO_CLOCK, type DemoRequest } from '../vendor.ts'
import { open } from './testing/open.ts'

const url = 'https://example.com/report.docx'

const invalid = (errors: object) => ({
  status: 422,
  body: { message: 'The given data was invalid.', code: 'INVALID_DATA', errors },
})

test.each<[string, object | string, object]>([
  ['/jobs', {}, { tasks: ['The tasks field is required.'] }],
  ['/jobs', { tasks: [] }, { tasks: ['The tasks field is required.'] }],
  ['/jobs', '{"tasks":', { tasks: ['The tasks field is required.'] }],
  ['/jobs', { tasks: { a: { url } } }, { tasks: ['Task a: The operation field is required.'] }],
  ['/jobs', { tasks: { a: { operation: 'users/me' } } }, { tasks: ['Task a: The selected operation is invalid.'] }],
  [
    '/jobs',
    { tasks: { 'a b': { operation: 'import/upload' } } },
    { tasks: ['Task a b: The name may only contain letters, numbers, dashes and underscores.'] },
  ],
  [
    '/jobs',
    { tasks: { a: { operation: 'import/url' }, b: { operation: 'merge', input: 'c' } }, webhook_url: 'no' },
    {
      tasks: [
        'Task a: The url field is required.',
        'Task b: The output format field is required.',
        'Task b: The selected input is invalid.',
      ],
      webhook_url: ['The webhook url format is invalid.'],
    },
  ],
  ['/import/url', { url: 'https://example.com/a b' }, { url: ['The url format is invalid.'] }],
  ['/import/url', { url: 'ftp://example.com/a' }, { url: ['The url format is invalid.'] }],
  [
    '/convert',
    {},
    { input: ['The input field is required.'], output_format: ['The output format field is required.'] },
  ],
  ['/convert', { input: 'none', output_format: 'pdf' }, { input: ['The selected input is invalid.'] }],
  [
    '/thumbnail',
    { input: 'none', output_format: 'png', width: 'wide' },
    {
      width: ['The width must be an integer.'],
      input: ['The selected input is invalid.'],
    },
  ],
])('POST %s %j is refused', (path, body, errors) => {
  expect(open().ask('POST', path, body)).toEqual(invalid(errors))
})

test.each<[DemoRequest['method'], string, number]>([
  ['GET', '/jobs/none', 404],
  ['GET', '/tasks/none', 404],
  ['GET', '/tasks/bf2d7ls9o63e6o6klql3be6syo/x', 404],
  ['GET', '/jobs/bf2d7ls9o63e6o6klql3be6syo/tasks', 404],
  ['GET', '/nothing', 404],
  ['GET', '/users/1', 404],
  ['GET', '/jobs/%E0%A4%A', 404],
  ['POST', '/convrt', 404],
  ['POST', '/tasks', 405],
  ['POST', '/users/me', 405],
  ['GET', '/convert', 405],
  ['PUT', '/jobs', 405],
  ['PATCH', '/jobs/bf2d7ls9o63e6o6klql3be6syo', 405],
  ['GET', '/tasks/bf2d7ls9o63e6o6klql3be6syo/cancel', 405],
])('%s %s is answered with %i', (method, path, status) => {
  expect(open().ask(method, path).status).toBe(status)
})

test('no key, another key and another path are refused before anything else', () => {
  const refusal = { status: 401, body: { message: 'Unauthenticated.', code: 'UNAUTHENTICATED' } }
  expect(open().ask('GET', '/users/me', undefined, 'wrong')).toEqual(refusal)
  expect(open().ask('POST', '/nothing', undefined, '')).toEqual(refusal)
  const request = { method: 'GET', url: 'https://api.cloudconvert.com/v1/jobs', headers: {}, body: null } as const
  const headers = { authorization: 'Bearer demo-api-key' }
  expect(demo.answer(demo.initial(), { ...request, headers }, DEMO_CLOCK).reply.status).toBe(404)
})
