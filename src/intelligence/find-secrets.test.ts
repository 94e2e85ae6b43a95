import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findSecrets, hasSecret } from './find-secrets.ts'

const PATTERNS = [
  '\\bsk_(?:test|live)_[A-Za-z0-9_-]{16,}',
  '\\b(?:prod|dev):[a-z0-9][a-z0-9:-]*\\|[A-Za-z0-9+/_=-]{12,}',
]
const find = (source: string) => findSecrets(source, PATTERNS)
const kinds = (source: string) => find(source).map(({ kind }) => kind)

// Pieces, so that no tool that looks for secrets finds one in this file.
const GITHUB = `${'gh'}p_16C7e42F292c6912E7710c838347Ae178B4a`
const STRIPE = `${'sk'}_live_4eC39HqLyjWDarjtT1zdp7dc`
const JWT = `${'eyJ'}hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U`
const BASE64 = '7Qm0wXv3kJz9TfYbN2sLpR5cHdGaE8uK1oVxWiMZjt4'
const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const PEM = `-----BEGIN ${'PRIVATE KEY'}-----`

test.each([
  ['a key by its definition', `local k = "${STRIPE}"`, ['vendor_key']],
  ['a deploy key by its definition', 'k("prod:happy-otter-123|eyJ2MiI6IjAxMjM0NTY3ODkifQ==")', ['vendor_key']],
  ['a key in a comment', `-- ${GITHUB}\nreturn 1`, ['token']],
  ['a key in a name', `${GITHUB} = 1`, ['token']],
  ['a PEM key', `local pem = [[\n${PEM}\nMIIEv…\n]]`, ['private_key']],
  ['a PEM key of RSA', `x = "-----BEGIN RSA ${'PRIVATE KEY'}-----\\nabc"`, ['private_key']],
  ['a key in DER', `x = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj"`, ['private_key']],
  ['a JSON Web Token', `local t = '${JWT}'`, ['jwt']],
  ['an AWS key', 'x = "AKIAIOSFODNN7EXAMPLE"', ['token']],
  ['the secret beside it', `x = "wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLE'}KEY"`, ['random']],
  ['a Slack token', `x = "${'xo'}xb-1234567890-abcdefghij"`, ['token']],
  ['a bearer header', 'h = "Authorization: Bearer f3a9c1d2e4b5a697"', ['header']],
  ['a basic header', 'h = "Basic dXNlcjpodW50ZXIy"', ['header']],
  ['an address with a password', 'u = "postgres://app:hunter2@db.example.com/app"', ['url_password']],
  ['an address with a password and no user', 'u = "redis://:hunter2@db.example.com"', ['url_password']],
  ['random base64', `x = "${BASE64}"`, ['random']],
  ['random hex', `x = '${HEX}'`, ['random']],
  ['random hex in a long string', `x = [==[${HEX}]==]`, ['random']],
  ['a random key in a query', `u = "https://example.com/file?sig=${BASE64}"`, ['random']],
  ['a random value that is named a key', 'x = {api_key = "f3A9c1D2e4B5a697Zx0q"}', ['random']],
  ['a random value under a quoted name', 'x = {["token"] = "f3A9c1D2e4B5a697Zx0q"}', ['random']],
  ['two on one line', `x = "${GITHUB}" y = "${STRIPE}"`, ['token', 'vendor_key']],
  ['a key in halves', `x = "gh" .. 'p_' .. [[16C7e42F292c6912E7710c838347Ae178B4a]]`, ['token']],
  ['random text in halves', `x = "${BASE64.slice(0, 20)}" ..\n  "${BASE64.slice(20)}"`, ['random']],
  ['a key behind an escape', `x = "\\103hp_16C7e42F292c6912E7710c838347Ae178B4a"`, ['token']],
  ['random base64 in a comment', `-- ${BASE64}\nreturn 1`, ['random']],
  ['random base64 in a long comment', `--[==[\n${BASE64}\n]==]`, ['random']],
  ['random hex in a comment that speaks of a key', `-- the key is ${HEX}`, ['random']],
  ['random hex that a comment names', `-- api_key: ${HEX}`, ['random']],
  ['random hex of 32 digits', `x = "${HEX.slice(1, 33)}"`, ['random']],
  ['a UUID that is named a key', 'x = {api_key = "7f9c24e8-3b1d-4a5f-9e06-c2d8b7a61f35"}', ['random']],
  ['a random value under a name in camel case', 'x = {accessToken = "f3A9c1D2e4B5a697Zx0q"}', ['random']],
  ['a random value under the name of a header', 'x = {["X-API-Key"] = "f3A9c1D2e4B5a697Zx0q"}', ['random']],
  ['a random value that a text names', `x = '{"secret": "f3A9c1D2e4B5a697Zx0q"}'`, ['random']],
  ['random base64 with many signs', 'x = "wJ/+rX9tFE/MI-K7Mq/Eg+bPxRfiCYk/Zq2"', ['random']],
  [
    'an address with a password that begins with a dollar',
    'u = "https://ann:$ecr3tPass@example.com"',
    ['url_password'],
  ],
  ['a key in brackets', `x = ("gh" .. ("p_" .. "16C7e42F292c6912E7710c838347Ae178B4a"))`, ['token']],
  ['a key with a comment in it', `x = "gh" --[[ and ]] .. "p_16C7e42F292c6912E7710c838347Ae178B4a"`, ['token']],
  ['a key in an unfinished script', `x = "${GITHUB}`, ['token']],
  ['a key behind 100 KB of one line', `x = "${'a '.repeat(50_000)}${STRIPE}"`, ['vendor_key']],
])('%s is found', (_name, source, expected) => {
  expect(kinds(source)).toEqual(expected)
})

test('the place is that of the secret, or of the literals that hold it', () => {
  const source = `-- first\nlocal x, y = 1, "${GITHUB}"\nlocal z = "a" .. "${BASE64.slice(0, 30)}" ..\n"${BASE64.slice(30)}"`
  expect(find(source)).toEqual([
    { line: 2, column: 18, length: GITHUB.length, kind: 'token' },
    { line: 3, column: 11, length: source.split('\n')[2]!.length - 10, kind: 'random' },
  ])
  expect(find(`x = [[\none\n  ${HEX} end]]`)).toEqual([{ line: 3, column: 3, length: 64, kind: 'random' }])
})

test.each([
  ['an id of Clerk', 'get_user("user_2abcDEF345ghiJKL678mnoPQR9s")'],
  ['an id of Render', 'x{service_id = "srv-cukouhrtq21c73e9scng"}'],
  ['an id of Convex', 'get("j57d0g1k2h3m4n5p6q7r8s9t0v1w2x3y")'],
  ['a UUID', 'x = "7f9c24e8-3b1d-4a5f-9e06-c2d8b7a61f35"'],
  ['a UUID without dashes', 'x = "7f9c24e83b1d4a5f9e06c2d8b7a61f35"'],
  ['an ObjectId', 'x = "507f1f77bcf86cd799439011"'],
  ['a ULID', 'x = "01ARZ3NDEKTSV4RRFFQ69G5FAV"'],
  ['an id of ours', 'x = "https://lua.example.com/s/4pX9vQ2mKd7RtY1zBc5WnH"'],
  ['a hash in a comment', `-- ${HEX}\nreturn 1`],
  ['a digest that says so', `x = "sha256:${HEX}"`],
  ['a commit', `deploy{commit = "${HEX.slice(0, 40)}"}`],
  ['a commit in camel case', `deploy{commitId = "${HEX.slice(0, 40)}"}`],
  ['a digest that is compared', `assert(file.sha256 == "${HEX}")`],
  ['a digest and a cursor in JSON', `x = '{"sha256":"${HEX}","next_cursor":"${BASE64}"}'`],
  [
    'a place to fill in for the shell',
    'x = "https://ann:$PASSWORD@example.com" y = "https://ann:${password}@example.com"',
  ],
  ['commented-out code', '-- app.integrations.clerk.createOrganizationMembershipInvitationV2{}'],
  ['a path in a comment', '-- /var/lib/kosmokrator-lua/uploads/2026/11/22/IMG_20261122_081257_Final.jpg'],
  ['a cursor', `list{cursor = "${BASE64}"}`],
  ['an address', 'x = "https://example.com/a/b/ThisIsALongPathWithManyWords/And2Numbers?page=2&sort=created_at#top"'],
  ['an address with a random path', `x = "https://files.example.com/${BASE64}/report.pdf"`],
  ['an address with a port and an @', 'x = "https://example.com:8443/@ann/page"'],
  ['a mail address', 'x = "ann@example.com" y = "mailto:ann@example.com"'],
  ['a place to fill in', 'x = "https://%s:%s@example.com" y = "redis://default:<password>@host" z = "Bearer <token>"'],
  ['prose', 'x = "The bearer authentication is basic; a secret-key or an access_token is made by the administrator."'],
  ['a function of a name', 'app.integrations.clerk.create_organization_membership_invitation_v2{}'],
  [
    'words joined by signs',
    'x = "2026-01-01T00-00-00Z_report_Final_V2_export" y = "someVeryLongCamelCaseNameForAThing2"',
  ],
  ['an alphabet', 'x = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"'],
  [
    'encoded text',
    `x = "${btoa('Hello, this is a text that people can read. Ünd so.'.normalize('NFD').replace(/\u0308/g, ''))}"`,
  ],
  [
    'an encoded picture',
    'x = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="',
  ],
  ['a line of signs', `x = "${'='.repeat(80)}" y = "${'-'.repeat(80)}" z = "${'ab'.repeat(40)}"`],
  ['a date and numbers', 'x = "2026-11-22T07:09:16.123456789Z 12345678901234567890123456789012345678901234567890"'],
])('%s is no secret', (_name, source) => {
  expect(kinds(source)).toEqual([])
})

const CONTENT = join(import.meta.dirname, '../../content')
const texts = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(lua|md|mdx)$/.test(name))

test('the content of the site is there to be tried', () => {
  expect(texts.filter((name) => name.endsWith('.lua')).length).toBeGreaterThan(15)
})

test.each(texts)('%s holds no secret', (name) => {
  expect(find(readFileSync(join(CONTENT, name), 'utf8'))).toEqual([])
})

test('a title is looked at as it is', () => {
  expect(
    ['Users of staging', `my key ${GITHUB}`, HEX, 'it\'s "quoted"'].map((title) => hasSecret(title, PATTERNS)),
  ).toEqual([false, true, true, false])
})

test('random keys are found, of whatever alphabet', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  let state = 42
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
  const make = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[next(alphabet.length)]!).join('')
  const count = (alphabet: string, length: number) =>
    Array.from({ length: 500 }, () => kinds(`x = "${make(alphabet, length)}"`).length).filter(Boolean).length
  expect(count(letters, 40)).toBeGreaterThan(490)
  expect(count(`${letters}+/`, 44)).toBeGreaterThan(485)
  expect(count(`${letters}-_`, 64)).toBeGreaterThan(490)
  expect(count('0123456789abcdef', 40)).toBeGreaterThan(495)
})

const KiB64 = 64 * 1024
test.each([
  ['one long word', 'x = "' + 'a'.repeat(KiB64)],
  ['a long random word', `x = "${BASE64.repeat(1600).slice(0, KiB64)}`],
  ['names on one line', 'ab '.repeat(KiB64 / 3)],
  ['many literals', '"a"..'.repeat(KiB64 / 5)],
  ['many short literals', '"a" '.repeat(KiB64 / 4)],
  ['many long literals', `"${HEX.slice(0, 31)}" `.repeat(KiB64 / 34)],
  ['many escapes', '"\\97" '.repeat(KiB64 / 6)],
  ['halves of a token', 'eyJ-'.repeat(KiB64 / 4)],
  ['parts of a token', 'eyJaaaaaaaaaaa.'.repeat(KiB64 / 15)],
  ['beginnings of a key', 'prod:'.repeat(KiB64 / 5)],
  ['beginnings of prefixes', 'sk-ghp_SG.xoxb-AKIA'.repeat(KiB64 / 19)],
  ['beginnings of addresses', 'a://:'.repeat(KiB64 / 5)],
  ['many addresses', `"${'a://b:c@ '.repeat(KiB64 / 9)}"`],
  ['beginnings of headers', 'Bearer Basic '.repeat(KiB64 / 13)],
  ['beginnings of PEM', '-----BEGIN A PRIVATE KEY '.repeat(KiB64 / 25)],
  ['many secrets', `x = "${HEX}" `.repeat(KiB64 / 72)],
  ['many runs behind an address', `"http://${'?aA1'.repeat(4)}${(BASE64 + ' ').repeat(1400)}"`],
  ['open brackets', '[['.repeat(KiB64 / 2)],
  ['open comments', '--[['.repeat(KiB64 / 4)],
  ['line breaks', '\n'.repeat(KiB64)],
])('hostile text takes little time: %s', (_name, source) => {
  find(source)
  const times = [1, 2, 3, 4, 5].map(() => {
    // Time of this process alone, and the best of five: other work on the machine must not count.
    const began = process.cpuUsage()
    find(source)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  })
  expect(Math.min(...times)).toBeLessThan(50)
})

test('at most a hundred places are told', () => {
  expect(find(`x = "${HEX}"\n`.repeat(500))).toHaveLength(100)
})
