import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOversized } from '../contract/message-size.ts'
import { FrameMessage } from '../contract/protocol.ts'
import { ask, done, honest, output, play, RAN_HONESTLY } from './played-frame.ts'

const templates = [output('RUN', 0, 'x'), ask('RUN', 0, 'docs.list', ''), done('RUN'), { type: 'stopped', run: 'RUN' }]
const mutation = fc.record({
  template: fc.constantFrom(...templates),
  path: fc.array(
    fc.constantFrom('type', 'run', 'seq', 'id', 'text', 'operation', 'payload', 'result', 'ok', 'values'),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  value: fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    maxDepth: 3,
  }),
})

/** The message with one field, at any depth, made into anything. */
function mutate(message: object, path: string[], value: unknown, id: string): unknown {
  const copy = structuredClone({ ...message, run: id }) as Record<string, unknown>
  let at = copy
  for (const name of path.slice(0, -1)) {
    const next = at[name]
    if (typeof next === 'object' && next !== null) at = next as Record<string, unknown>
  }
  at[path.at(-1)!] = value
  return copy
}

test('a message with anything in any field is refused, or is one of the protocol', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ template, path, value }) => {
      let [sent, first]: unknown[] = []
      const page = play((message, post) => {
        if (message.type === 'stop') return honest(message, post)
        if (message.type !== 'run') return undefined
        sent = mutate(template, path, value, (first = message.run))
        post(sent)
        post(null)
      }, honest)
      const { result, events } = await page.run()
      const [heard] = events.slice(1)
      const parsed = FrameMessage.safeParse(sent)
      const isOfRun = parsed.success && !isOversized(sent) && 'run' in parsed.data && parsed.data.run === first
      if (!isOfRun) expect(events.map(({ type }) => type)).toEqual(['started', 'done'])
      else if (parsed.data.type === 'output' && heard?.type === 'output') expect(heard.text).toBe(parsed.data.text)
      else if (parsed.data.type === 'done') expect(result).toEqual(parsed.data.result)
      expect(page.caller).not.toHaveBeenCalled()
      page.close()
      expect(await page.runHonestly()).toEqual(RAN_HONESTLY)
      page.close()
    }),
    { numRuns: 300 },
  )
})

test('a call that is not one never reaches a vendor; one that is reaches it as it was checked', async () => {
  const field = fc.anything({ maxDepth: 2 })
  const forged = fc.record(
    {
      integration: fc.oneof(field, fc.constantFrom('__proto__', 'constructor', 'x'.repeat(65), '../x')),
      function: fc.oneof(field, fc.constantFrom('__proto__', 'toString', '')),
      account: fc.oneof(field, fc.constantFrom(null, '__proto__', 'x'.repeat(65))),
      arguments: fc.oneof(field, fc.constantFrom('{}', '{"__proto__":{"polluted":1}}', '[')),
      line: fc.oneof(field, fc.constantFrom(0, -1, 1e20, '1')),
      ['__proto__']: fc.constant({ polluted: 1 }),
      approval: fc.constant('forged'),
      effect: fc.constant('read'),
    },
    { requiredKeys: [] },
  )
  const text = fc.oneof(fc.string(), fc.json(), forged.map(stringify))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 10, maxLength: 10 }), async (texts) => {
      let at = 0
      const refused: unknown[] = []
      const page = play((message, post) => {
        if (message.type === 'reply' && !message.reply.ok) refused.push(message.reply.error.code)
        const next = at++
        if (message.type === 'run' || message.type === 'reply')
          post(next < texts.length ? ask(message.run, next, 'call', texts[next]) : done(message.run))
      })
      expect((await page.run()).result.ok).toBe(true)
      for (const [call] of page.caller.mock.calls) {
        expect(Object.keys(call).sort()).toEqual(['account', 'arguments', 'function', 'integration', 'line'])
        expect(call.integration.length + call.function.length + (call.account?.length ?? 0)).toBeLessThanOrEqual(192)
        expect(call.line).toBeGreaterThanOrEqual(0)
      }
      expect(refused).toEqual(Array<string>(texts.length - page.caller.mock.calls.length).fill('bad_request'))
      page.close()
    }),
    { numRuns: 60 },
  )
})

function stringify(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)) ?? 'null'
}
