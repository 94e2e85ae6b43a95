import { expect, test } from 'vitest'
import { type Document, edit, listProblems, upstash } from './edited-source.ts'

const FILE = 'content/integrations/upstash/integration.yaml: '

test.each<[string, (document: Document) => void, string]>([
  [
    'a fixed address outside of its hosts',
    (d) => (d.servers.management.url = 'https://evil.example.com'),
    'servers.management.url: is not on api.upstash.com',
  ],
  [
    'a default address outside of the hosts',
    (d) => (d.credentials[1].fields[2].default = 'https://evil.example.com'),
    'servers.management.url.field: the default of "platform_url" is not on api.upstash.com',
  ],
  [
    'a token that is not secret',
    (d) => (d.credentials[0].fields[1].type = 'text'),
    'servers.redis.auth.bearer: "rest_token" must be of type secret',
  ],
  [
    'a test with wrong arguments',
    (d) => (d.credentials[0].test.arguments = { kee: 'x' }),
    'credentials[0].test.arguments: `key` is missing; unknown argument `kee`',
  ],
  ['a word of Lua as a function', (d) => (d.functions[3].name = 'end'), 'functions[3].name: "end" is a word of Lua'],
  ['a word of Lua as a namespace', (d) => d.namespaces.push('end'), 'namespaces[1]: "end" is a word of Lua'],
  [
    'a word of Lua as an argument',
    (d) => (d.functions[5].input.properties.end = { type: 'string', description: 'The end.' }),
    'functions[5].input.properties.end: is a word of Lua',
  ],
  [
    'a path to another host',
    (d) => (d.functions[0].request.path = '//evil.example.com/x'),
    'functions[0].request.path: begins with / and holds plain segments',
  ],
  [
    'an escaped step in a path',
    (d) => (d.functions[0].request.path = '/%2e%2e/x'),
    'functions[0].request.path: begins with / and holds plain segments',
  ],
  [
    'a header of two lines',
    (d) => (d.functions[0].request.headers = { 'X-A': 'a\r\nb' }),
    'functions[0].request.headers.X-A: is plain ASCII on one line',
  ],
  [
    'a condition outside of a list',
    (d) => (d.functions[1].result.result = { $when: 'ex', $items: [] }),
    'functions[1].result.result',
  ],
  [
    'a pattern that does not parse',
    (d) => (d.functions[0].input.properties.key.pattern = '('),
    'functions[0].input.properties.key.pattern: is no regular expression',
  ],
  [
    'a default of another type',
    (d) => (d.functions[3].input.properties.pattern.default = 5),
    'functions[3].input.properties.pattern.default: does not fit',
  ],
  [
    "a vendor's default of another type",
    (d) => (d.functions[1].input.properties.ex.vendorDefault = 'long'),
    'functions[1].input.properties.ex.vendorDefault: does not fit',
  ],
  [
    "a default beside the vendor's",
    (d) => (d.functions[3].input.properties.pattern.vendorDefault = '*'),
    'functions[3].input.properties.pattern.vendorDefault: stands beside default',
  ],
  [
    'a default outside of its choices',
    (d) => (d.functions[3].input.properties.pattern.enum = ['a']),
    'functions[3].input.properties.pattern.default: does not fit',
  ],
  [
    'an example that its own schema refuses',
    (d) => (d.functions[1].input.properties.ex.examples = [0]),
    'functions[1].input.properties.ex.examples[0]: does not fit',
  ],
  [
    'bounds that exclude everything',
    (d) => (d.functions[1].input.properties.ex.maximum = 0),
    'functions[1].input.properties.ex.minimum: is greater than maximum',
  ],
  [
    'a link that runs code',
    (d) => (d.functions[0].description = 'Reads [a key](javascript:alert(1)).'),
    'functions[0].description: must not hold links that run code',
  ],
  ['a source that is no page', (d) => (d.functions[0].source = 'javascript:alert(1)'), 'functions[0].source: '],
  [
    'a page without a pointer to the next',
    (d) => (d.functions[3].pagination = { argument: 'pattern', next: 'cursor', items: '/keys' }),
    'functions[3].pagination.next: is a JSON Pointer',
  ],
  [
    'a page whose next is not declared',
    (d) => (d.functions[3].pagination = { argument: 'pattern', next: '/cursor', items: '/keys' }),
    'functions[3].pagination.next: is not declared in output',
  ],
  [
    'a page whose next is nothing that the argument takes',
    (d) => (d.functions[3].pagination = { argument: 'pattern', next: '/count', items: '/keys' }),
    'functions[3].pagination.next: is no string, as "pattern" takes',
  ],
  [
    'a page whose items are no list',
    (d) => (d.functions[3].pagination = { argument: 'pattern', next: '/pattern', items: '/count' }),
    'functions[3].pagination.items: is no list of output',
  ],
  [
    'a page that no argument asks for',
    (d) => (d.functions[3].pagination = { argument: 'cursor', next: '/pattern', items: '/keys' }),
    'functions[3].pagination.argument: "cursor" is no property of input',
  ],
])('%s is refused', (_name, change, expected) => {
  expect(listProblems(edit(change)).join('\n')).toContain(FILE + expected)
})

test('aliases of YAML that lead nowhere, or multiply without end, are refused', () => {
  expect(listProblems({ ...upstash, text: 'slug: *nowhere\n' })[0]).toMatch(/^content.*yaml: unresolved alias/)
  const levels = Array.from({ length: 9 }, (_, i) => `k${i}: &k${i} [${i ? `*k${i - 1},`.repeat(9) : '1'}]\n`)
  expect(listProblems({ ...upstash, text: levels.join('') })[0]).toMatch(/^content.*yaml: excessive alias count/)
})
