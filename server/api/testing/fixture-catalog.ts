// Two small integrations of the tests, alike but for their names: every effect, two credential groups, an open world.
import { type Catalog } from '../../../src/contract/catalog.ts'
import { IntegrationDefinition } from '../../../src/contract/definition.ts'

const text = { type: 'string' } as const
const object = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, text])),
  required: names,
})
const request = { server: 'store', method: 'POST', path: '/' }

/** `peek` reads, `put` writes, `drop` destroys, `fetch` reads and reaches elsewhere; `whoami` needs the other group. */
function defineStore(slug: string): IntegrationDefinition {
  return IntegrationDefinition.parse({
    slug,
    name: `Store ${slug}`,
    namespaces: [slug, `${slug}-store`],
    category: 'data',
    summary: 'Keeps values by key.',
    auth: 'API key',
    docs: 'https://example.com/docs',
    servers: {
      store: { url: { field: 'url' }, hosts: ['*.example.com'], credentials: 'data', auth: { bearer: 'token' } },
      admin: {
        url: { field: 'admin_url' },
        hosts: ['admin.example.com'],
        credentials: 'owner',
        auth: { basic: ['email', 'admin_key'] },
      },
    },
    credentials: [
      {
        key: 'data',
        title: 'The data',
        help: 'From the console.',
        fields: [
          { key: 'url', label: 'Base URL', type: 'url', help: 'From the console.' },
          {
            key: 'token',
            label: 'Access token',
            type: 'secret',
            help: 'From the console.',
            pattern: { matches: '^\\S{8,}$', message: 'It has at least 8 characters.' },
          },
        ],
        test: { function: 'peek', arguments: { key: 'test' } },
      },
      {
        key: 'owner',
        title: 'The owner',
        help: 'From the console.',
        fields: [
          { key: 'email', label: 'E-mail address', type: 'email', help: 'Of the owner.' },
          { key: 'admin_key', label: 'Admin key', type: 'secret', help: 'From the console.' },
          {
            key: 'admin_url',
            label: 'Admin URL',
            type: 'url',
            required: false,
            default: 'https://admin.example.com/v1',
            help: 'Leave it as it is.',
          },
        ],
        test: { function: 'whoami' },
      },
    ],
    functions: [
      {
        ...describe('peek', 'read'),
        aliases: ['look_up'],
        input: object('key'),
        request: { ...request, body: ['GET', { $arg: 'key' }] },
        output: object('value'),
        result: { value: { $reply: '/result' } },
      },
      {
        ...describe('put', 'write'),
        inverse: 'drop',
        input: object('key', 'value'),
        request: { ...request, body: ['SET', { $arg: 'key' }, { $arg: 'value' }] },
        output: object('result'),
        result: { result: { $reply: '/result' } },
      },
      {
        ...describe('drop', 'destructive'),
        input: object('key'),
        request: { ...request, body: ['DEL', { $arg: 'key' }] },
        output: object('result'),
        result: { result: { $reply: '/result' } },
      },
      {
        ...describe('fetch', 'read'),
        openWorld: 'The store loads the address.',
        input: object('address'),
        request: { ...request, body: ['FETCH', { $arg: 'address' }] },
        output: object('result'),
        result: { result: { $reply: '/result' } },
      },
      {
        ...describe('whoami', 'read'),
        input: { type: 'object', additionalProperties: false },
        request: { server: 'admin', method: 'GET', path: '/me' },
        output: object('name'),
        result: { name: { $reply: '/name' } },
      },
    ],
  })
}

function describe(name: string, effect: string) {
  return { name, effect, title: name, summary: `Does ${name}.`, description: `Does ${name}.` }
}

/** The catalog with the integrations `alpha` and `beta`. */
export function createFixtureCatalog(): Catalog {
  return {
    index: { version: 'fixture', integrations: [] },
    integrations: { alpha: defineStore('alpha'), beta: defineStore('beta') },
  }
}
