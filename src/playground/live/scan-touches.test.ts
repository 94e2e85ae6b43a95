import { expect, test } from 'vitest'
import { sampleIndex } from '../../intelligence/sample-index.ts'
import { scanTouches } from './scan-touches.ts'

test('calls are gathered by function, with each account once', () => {
  const source = 'local u = app.integrations.upstash u.get_key{} u.work.get_key{} u.get_key{} u.set_key{}'
  expect(scanTouches(source, sampleIndex)).toEqual({
    functions: [
      {
        integration: 'upstash',
        vendor: 'Upstash Redis',
        function: 'get_key',
        effect: 'read',
        accounts: [null, 'work'],
      },
      { integration: 'upstash', vendor: 'Upstash Redis', function: 'set_key', effect: 'write', accounts: [null] },
    ],
    dynamic: false,
  })
})

test('a script that can do more says so', () => {
  expect(scanTouches('load("x")()', sampleIndex)).toEqual({ functions: [], dynamic: true })
})
