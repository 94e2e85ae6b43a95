// An integration of the tests whose results are the whole reply, so that whatever the vendor says would come through.
import { type FunctionDefinition, IntegrationDefinition } from '../../../src/contract/definition.ts'

const anything = { type: 'object', freeform: 'The test looks at the whole reply.' } as const
const credentialField = (key: string, type: string) => ({ key, label: key, type, help: `The ${key} of the test.` })
const credentialGroup = (key: string, fields: object[]) => ({
  key,
  title: 'A group',
  help: 'For the tests.',
  fields,
  test: { function: 'ask' },
})

function defineFunction(name: string, server: string, effect: string, more: object = {}) {
  const input = { type: 'object', properties: { q: { type: 'string' } } }
  const request = { server, method: 'POST', path: `/${name}`, body: { q: { $arg: 'q' } } }
  const texts = { title: 'A function', summary: 'For the tests.', description: 'For the tests.' }
  return { name, ...texts, effect, input, output: anything, request, result: { $reply: '' }, ...more }
}

/** `ask` reads with a bearer token, `look` by GET; `admin` reads with a Basic pair; `mirror` gives
 * its argument back, `put` writes, `set` idempotently. */
export const echo = IntegrationDefinition.parse({
  slug: 'echo',
  name: 'Echo',
  namespaces: ['echo'],
  category: 'data',
  summary: 'Says what it was told.',
  auth: 'API key',
  docs: 'https://example.com/docs',
  servers: {
    data: { url: { field: 'base_url' }, hosts: ['*.example.com'], credentials: 'data', auth: { bearer: 'token' } },
    admin: {
      url: { field: 'base_url' },
      hosts: ['*.example.com'],
      credentials: 'owner',
      auth: { basic: ['email', 'admin_key'] },
    },
  },
  credentials: [
    credentialGroup('data', [
      credentialField('base_url', 'url'),
      credentialField('token', 'secret'),
      credentialField('region', 'text'),
    ]),
    credentialGroup('owner', [credentialField('email', 'email'), credentialField('admin_key', 'secret')]),
  ],
  errors: { message: ['/error'] },
  hidden: ['made_secret'],
  functions: [
    defineFunction('ask', 'data', 'read'),
    defineFunction('look', 'data', 'read', {
      request: { server: 'data', method: 'GET', path: '/look', query: { q: { $arg: 'q' } } },
    }),
    defineFunction('admin', 'admin', 'read'),
    defineFunction('mirror', 'data', 'read', { result: { said: { $arg: 'q' } } }),
    defineFunction('put', 'data', 'write'),
    defineFunction('set', 'data', 'write', { idempotent: true }),
  ],
})

export function functionOf(name: string): FunctionDefinition {
  return echo.functions.find((fn) => fn.name === name)!
}
