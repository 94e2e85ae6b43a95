import { expect, test } from 'vitest'
import { type ApprovalRequest } from '../../contract/call.ts'
import { decideCall } from './ask-person.ts'
import { describeApproval } from './describe-approval.ts'

const request: ApprovalRequest = {
  ...{ id: 'a', integration: 'upstash', function: 'set_key', account: 'work', effect: 'write' },
  ...{ arguments: '{"key":"a","value":"b"}', mayAllowRun: true, inverse: null, expiresAt: '' },
  preview: { method: 'POST', url: 'https://x.upstash.io/', headers: [], body: '["SET","a","b"]' },
}

test('names function, account, arguments and request', () => {
  expect(describeApproval(request)).toBe(
    [
      'upstash.set_key on the account work is a write:',
      '  {"key":"a","value":"b"}',
      '  POST https://x.upstash.io/',
      '  ["SET","a","b"]',
    ].join('\n'),
  )
  const grave = { ...request, effect: 'destructive' as const, readFrom: ['clerk'] }
  expect(describeApproval(grave)).toContain('is destructive, which cannot be undone:')
  expect(describeApproval(grave)).toContain('This run has read from clerk; that data could leave with it.')
})

test('what a script put into its arguments neither steers the terminal nor hides the question', () => {
  const body = `\u001b[2J\u009b1A\u202egnp.exe\r\n${'x'.repeat(100_000)}`
  const shown = describeApproval({ ...request, preview: { ...request.preview, body } })
  expect(shown).toContain('  \\u001b[2J\\u009b1A\\u202egnp.exe\\u000d\\u000axxx')
  expect(shown).toContain('characters more)')
  expect(shown.split('\n')).toHaveLength(4)
  expect(shown.length).toBeLessThan(3_000)
})

test.each<[string, boolean, string]>([
  ['y', true, 'once'],
  [' YES ', false, 'once'],
  ['r', true, 'run'],
  ['run', false, 'deny'],
  ['n', true, 'deny'],
  ['', true, 'deny'],
  ['yikes', true, 'deny'],
])('"%s" (run may be allowed: %s) is %s', async (answer, mayAllowRun, expected) => {
  const { signal } = new AbortController()
  const io = { ask: () => Promise.resolve(answer) }
  expect(await decideCall(io, false, { ...request, mayAllowRun }, signal)).toBe(expected)
  expect(await decideCall({ ask: null }, false, request, signal)).toBeNull()
  expect(await decideCall({ ask: null }, true, request, signal)).toBe('once')
})
