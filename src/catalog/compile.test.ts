import { expect, test } from 'vitest'
import { compileCatalog, type SourceFile } from './compile.ts'
import { catalogCounts } from './counts.ts'
import { type Document, edit, listProblems, upstash } from './edited-source.ts'
import { hashText, loadCatalog } from './load.ts'

const options = { hash: hashText, demos: new Set<string>(), handlers: () => ['known'] }

const KEY = 'content/integrations/upstash/integration.yaml: '

test.each<[string, (document: Document) => void, string]>([
  ['a key of the schema missing', (d) => delete d.name, 'name: '],
  ['a key too many', (d) => (d.functions[2].inputs = {}), 'functions[2].inputs: is no key of the schema'],
  ['a wrong type', (d) => (d.functions[0].aliases = 'x'), 'functions[0].aliases: '],
  ['a wrong effect', (d) => (d.functions[0].effect = 'erase'), 'functions[0].effect: '],
  ['a wrong function name', (d) => (d.functions[0].name = 'getKey'), 'functions[0].name: is lower case letters'],
  [
    'a verb that does not exist',
    (d) => (d.functions[0].result.value = { $rely: '/x' }),
    'functions[0].result.value.$rely: ',
  ],
  [
    'a pointer that is none',
    (d) => (d.functions[0].result.value.$reply = 'x'),
    'functions[0].result.value.$reply: is a JSON Pointer',
  ],
  [
    'a schema word outside the subset',
    (d) => (d.functions[0].input.properties.key.oneOf = []),
    'functions[0].input.properties.key.oneOf: is no key',
  ],
  [
    'a result without fields',
    (d) => (d.functions[0].output = { type: 'object' }),
    'functions[0].output.properties: an object needs declared properties',
  ],
  [
    'a result that says it has none',
    (d) => (d.functions[0].output = { type: 'object', additionalProperties: false }),
    'functions[0].output: a result needs declared properties',
  ],
  [
    'a part of a result without fields',
    (d) => (d.functions[0].output.properties.value = { type: 'object', description: 'A thing.' }),
    'functions[0].output.properties.value.properties: an object needs',
  ],
  [
    'a list without items',
    (d) => (d.functions[3].output.properties.keys = { type: 'array', description: 'Keys.' }),
    'functions[3].output.properties.keys.items: an array needs items',
  ],
  [
    'a required field that is not declared',
    (d) => d.functions[0].input.required.push('lock'),
    'functions[0].input.required: "lock" is required but not among properties',
  ],
  [
    'input that is no object',
    (d) => (d.functions[4].input = { type: 'string' }),
    'functions[4].input.type: must be object',
  ],
  [
    'an argument without a description',
    (d) => delete d.functions[0].input.properties.key.description,
    'functions[0].input.properties.key.description: is missing',
  ],
  [
    'a result field without a description',
    (d) => delete d.functions[0].output.properties.key.description,
    'functions[0].output.properties.key.description: is missing',
  ],
  [
    'an argument that is not declared',
    (d) => d.functions[0].request.body.push({ $arg: 'lock' }),
    'functions[0].request.body[2].$arg: "lock" is no property of input',
  ],
  [
    'a condition on no argument',
    (d) => (d.functions[1].request.body[3].$when = 'px'),
    'functions[1].request.body[3].$when: "px" is no property of input',
  ],
  [
    'an argument that is never sent',
    (d) => (d.functions[0].request.body = ['GET']),
    'functions[0].input.properties.key: is not sent by request',
  ],
  [
    'a path argument that is not declared',
    (d) => (d.functions[5].request.path = '/redis/database/{uuid}'),
    'functions[5].request.path: {uuid} is no property of input',
  ],
  [
    'a path argument that may be missing',
    (d) => (d.functions[5].input.required = []),
    'functions[5].input.required: must list "id"',
  ],
  [
    'a path with a step',
    (d) => (d.functions[4].request.path = '/redis/../teams'),
    'functions[4].request.path: must not hold . or .. segments',
  ],
  [
    'a path with a query',
    (d) => (d.functions[4].request.path = '/teams?x=1'),
    'functions[4].request.path: begins with / and holds plain segments',
  ],
  [
    'a reply in a request',
    (d) => (d.functions[0].request.body[1] = { $reply: '/x' }),
    'functions[0].request.body[1].$reply: a request has no reply',
  ],
  [
    'a body in a GET',
    (d) => (d.functions[4].request.body = { a: 1 }),
    'functions[4].request.body: a GET request has no body',
  ],
  [
    'a header of our own',
    (d) => (d.functions[4].request.headers = { Authorization: 'x' }),
    'functions[4].request.headers.Authorization: is set by the product itself',
  ],
  [
    'a result key that is not declared',
    (d) => (d.functions[0].result.extra = 1),
    'functions[0].result.extra: is not declared in output',
  ],
  [
    'a declared key that nothing makes',
    (d) => delete d.functions[0].result.key,
    'functions[0].output.properties.key: is not made by result',
  ],
  [
    'an unknown server',
    (d) => (d.functions[0].request.server = 'cache'),
    'functions[0].request.server: "cache" is not among servers',
  ],
  ['no request', (d) => delete d.functions[0].request, 'functions[0]: needs request and result, or a handler'],
  [
    'a handler that does not exist',
    (d) => (d.functions[0].handler = 'absent'),
    'functions[0].handler: "absent" is not exported by src/vendor/upstash.ts',
  ],
  [
    'an inverse that does not exist',
    (d) => (d.functions[1].inverse = 'unset_key'),
    'functions[1].inverse: "unset_key" is no function of upstash',
  ],
  [
    'a server field that does not exist',
    (d) => (d.servers.redis.auth.bearer = 'token'),
    'servers.redis.auth.bearer: "token" is no field of the group "redis"',
  ],
  [
    'a URL from a field that is no URL',
    (d) => (d.servers.redis.url.field = 'rest_token'),
    'servers.redis.url.field: "rest_token" must be of type url',
  ],
  ['a base URL over http', (d) => (d.servers.redis.url = 'http://example.com'), 'servers.redis.url: '],
  ['a host pattern for everything', (d) => (d.servers.redis.hosts = ['*']), 'servers.redis.hosts[0]: is a host like'],
  [
    'a credential group that does not exist',
    (d) => (d.servers.redis.credentials = 'none'),
    'servers.redis.credentials: "none" is no credential group',
  ],
  [
    'a field in two groups',
    (d) => (d.credentials[1].fields[0].key = 'rest_token'),
    'credentials[1].fields[0].key: "rest_token" is used twice',
  ],
  [
    'a pattern that does not compile',
    (d) => (d.credentials[0].fields[0].pattern.matches = '['),
    'credentials[0].fields[0].pattern.matches: is no regular expression',
  ],
  [
    'a test that writes',
    (d) => (d.credentials[0].test.function = 'set_key'),
    'credentials[0].test.function: "set_key" must be a read',
  ],
  [
    'a test of the other half',
    (d) => (d.credentials[0].test.function = 'list_databases'),
    'credentials[0].test.function: "list_databases" does not use the group',
  ],
  [
    'raw HTML',
    (d) => (d.functions[0].description = 'Reads <b>one</b> key.'),
    'functions[0].description: must not hold raw HTML',
  ],
  ['a slug that is not the folder', (d) => (d.slug = 'redis'), 'slug: must be "upstash"'],
  [
    'an alias that is a name already',
    (d) => (d.functions[1].aliases = ['get_key']),
    'functions[1].name: "get_key" is also a name of get_key',
  ],
  [
    'an alias that is a long name already',
    (d) => (d.functions[1].aliases = ['upstash_get_key']),
    'functions[1].name: "upstash_get_key" is also a name of get_key',
  ],
  [
    'a function named like an account',
    (d) => (d.functions[0].aliases = ['default']),
    'functions[0].name: "default" is a reserved account name',
  ],
])('%s is refused', (_name, change, expected) => {
  const problems = listProblems(edit(change))
  expect(problems.some((problem) => problem.startsWith(KEY + expected))).toBe(true)
})

test('YAML that does not parse names the line', () => {
  expect(listProblems({ ...upstash, text: 'slug: upstash\nname: [\n' })[0]).toMatch(/^content.*yaml: line \d: /)
})

test('a key written twice is refused', () => {
  expect(listProblems({ ...upstash, text: `${upstash.text}\nslug: other\n` })[0]).toMatch(/line \d+: .*unique/i)
})

test('a guide with raw HTML or a heading of the page is refused, by its line', () => {
  const guide = {
    file: 'content/integrations/upstash/guide.md',
    text: '## A\n\n```html\n<b>\n```\n`<i>`\n<u>x</u>\n# B\n',
  }
  expect(listProblems({ ...upstash, guide })).toEqual([
    'content/integrations/upstash/guide.md: line 7: must not hold raw HTML',
    'content/integrations/upstash/guide.md: line 8: headings begin at ##',
  ])
})

test('two integrations cannot share a namespace, however it is spelt', () => {
  const one = edit((d) => (d.namespaces = ['upstash', 'my-redis']))
  const other = edit((d) => Object.assign(d, { slug: 'other', namespaces: ['other', 'my_redis'.replace('_', '-')] }))
  const problems = listProblems(one, { ...other, folder: 'other', file: 'content/integrations/other/integration.yaml' })
  expect(problems).toContain(
    'content/integrations/other/integration.yaml: namespaces[1]: "my-redis" is also a namespace of upstash',
  )
})

test('the catalog has Upstash with the counts of its page', () => {
  const { index } = loadCatalog()
  const entry = index.integrations.find(({ slug }) => slug === 'upstash')!
  expect(catalogCounts(entry.functions)).toEqual({ functions: 7, read: 5, write: 2, destructive: 1 })
  expect(entry.functions[1]!.arguments).toEqual(['key', 'value', 'ex'])
  expect(entry).toMatchObject({ demo: true, namespaces: ['upstash'], auth: 'API key' })
})

test('a namespace with a hyphen resolves with an underscore too', () => {
  const compiled = compileCatalog([edit((d) => (d.namespaces = ['my-redis']))], options)
  expect(compiled.ok && compiled.catalog.index.integrations[0]!.namespaces).toEqual(['my-redis', 'my_redis'])
})

test('the version changes with any word of a definition, and with nothing else', () => {
  const version = (file: SourceFile) => {
    const compiled = compileCatalog([file], options)
    return compiled.ok ? compiled.catalog.index.version : null
  }
  expect(version(upstash)).toBe(version({ ...upstash, text: `# a comment\n${upstash.text}` }))
  expect(version(upstash)).not.toBe(version(edit((d) => (d.functions[6].limits = 'None that matter.'))))
})
