import { expect, test } from 'vitest'
import { type CallFacts, decide } from './decide.ts'

const facts: CallFacts = {
  origin: 'mine',
  integration: 'upstash',
  effect: 'read',
  openWorld: false,
  permission: null,
  allowedForRun: false,
  approved: false,
  integrationsRead: [],
}
const allow = { kind: 'allow' }
const ask = { kind: 'ask', mayAllowRun: false, readFrom: [] }
const askOrAllowRun = { ...ask, mayAllowRun: true }
const askAfter = (...readFrom: string[]) => ({ ...ask, readFrom })
const deny = { kind: 'deny', reason: 'permission' }
const others = ['clerk', 'upstash', 'render']

test.each<[string, Partial<CallFacts>, object]>([
  ['a read runs', {}, allow],
  ['a read of an example runs', { origin: 'site' }, allow],
  ['a write asks', { effect: 'write' }, askOrAllowRun],
  ['a write of an example asks', { effect: 'write', origin: 'site' }, askOrAllowRun],
  ['a destructive call asks, this once', { effect: 'destructive' }, ask],

  ['an approved write runs', { effect: 'write', approved: true }, allow],
  ['an approved destructive call runs', { effect: 'destructive', approved: true }, allow],
  ['a write allowed for the run runs', { effect: 'write', allowedForRun: true }, allow],
  ['a destructive call cannot be allowed for the run', { effect: 'destructive', allowedForRun: true }, ask],

  ['a standing allow lifts the question about a write', { effect: 'write', permission: 'allow' }, allow],
  ['a standing allow does not lift it for a destructive call', { effect: 'destructive', permission: 'allow' }, ask],
  ['a standing ask holds for a read', { permission: 'ask' }, ask],
  ['a standing ask holds for a write', { effect: 'write', permission: 'ask' }, askOrAllowRun],
  ['allowed for the run answers a standing ask', { effect: 'write', permission: 'ask', allowedForRun: true }, allow],
  ['an approval answers a standing ask', { permission: 'ask', approved: true }, allow],
  ['a standing deny refuses a read', { permission: 'deny' }, deny],
  ['a standing deny beats allowed for the run', { effect: 'write', permission: 'deny', allowedForRun: true }, deny],
  ['a standing deny beats an approval', { effect: 'destructive', permission: 'deny', approved: true }, deny],

  ['a read after reads elsewhere runs', { integrationsRead: others }, allow],
  ['a write after its own reads is as before', { effect: 'write', integrationsRead: ['upstash'] }, askOrAllowRun],
  [
    'a write after a read elsewhere names it',
    { effect: 'write', integrationsRead: others },
    askAfter('clerk', 'render'),
  ],
  [
    'allowed for the run does not lift that',
    { effect: 'write', allowedForRun: true, integrationsRead: others },
    askAfter('clerk', 'render'),
  ],
  [
    'a standing allow does not lift that',
    { effect: 'write', permission: 'allow', integrationsRead: ['clerk'] },
    askAfter('clerk'),
  ],
  ['an approval does', { effect: 'write', approved: true, integrationsRead: others }, allow],
  [
    'an open-world read after a read elsewhere asks',
    { openWorld: true, integrationsRead: ['clerk'] },
    askAfter('clerk'),
  ],
  ['an open-world read before any read runs', { openWorld: true }, allow],
  ['a destructive call names it too', { effect: 'destructive', integrationsRead: ['clerk'] }, askAfter('clerk')],

  ['a linked script does nothing Live', { origin: 'link', approved: true }, { kind: 'deny', reason: 'link' }],
])('%s', (_name, differences, decision) => {
  expect(decide({ ...facts, ...differences })).toEqual(decision)
})
