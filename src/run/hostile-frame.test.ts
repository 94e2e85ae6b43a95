import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { BROKEN_MESSAGES, NO_MESSAGE } from '../../e2e/attacks/garbage.ts'
import { type PageMessage } from '../contract/protocol.ts'
import { ask, done, honest, output, play, RAN_HONESTLY, say } from './played-frame.ts'

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

test.each(Object.entries({ ...NO_MESSAGE, ...BROKEN_MESSAGES }))('%s ends the run', async (_name, expression) => {
  const garbage = say((id) => [runInThisContext(expression.replaceAll('RUN', JSON.stringify(id)))])
  const page = play(garbage, honest)
  const { result, events } = await page.run()
  expect(result).toMatchObject({ ok: false, problem: { kind: 'crashed' } })
  expect(result.ok || result.problem.message).toMatch(/^The sandbox sent /)
  expect(events.map(({ type }) => type)).toEqual(['started', 'done'])
  expect(page.caller).not.toHaveBeenCalled()
  expect(await page.runHonestly()).toEqual(RAN_HONESTLY)
})

test('there is far more than sixty kinds of garbage', () => {
  expect(Object.keys({ ...NO_MESSAGE, ...BROKEN_MESSAGES }).length).toBeGreaterThan(200)
})

const CRASHES: [name: string, make: (run: string) => unknown[], reason: RegExp][] = [
  ['output twice', (id) => [output(id, 0), output(id, 0)], /repeated or skipped/],
  ['output with a gap', (id) => [output(id, 1)], /repeated or skipped/],
  ['output from the end', (id) => [output(id, Number.MAX_SAFE_INTEGER)], /repeated or skipped/],
  ['two questions at once', (id) => [ask(id, 0), ask(id, 1)], /twice at once/],
  ['the same question at once', (id) => [ask(id, 0), ask(id, 0)], /twice at once/],
  ['100,000 questions, answered each', (id) => many(100_000, (i) => ask(id, i, 'docs.list', '')), /too many times/],
  ['100,000 pieces of nothing', (id) => many(100_000, (seq) => output(id, seq)), /too many pieces/],
  ['100,000 pieces of text', (id) => many(100_000, (seq) => output(id, seq, 'x'.repeat(200))), /more output/],
  ['100,000 questions', (id) => many(100_000, (seq) => ask(id, seq)), /twice at once/],
  ['100,000 messages of other runs', () => many(100_000, (seq) => output('other', seq)), /kept talking/],
  ['100,000 answers to no check', () => many(100_000, (i) => ({ type: 'checked', id: i, problem: null })), /kept talk/],
  ['100,000 ends of no run', () => many(100_000, () => ({ type: 'stopped', run: 'other' })), /kept talking/],
  ['100,000 times ready', () => many(100_000, () => ({ type: 'ready' })), /ready twice/],
  ['100,000 times nothing', () => many(100_000, () => null), /not part of the protocol/],
  ['a failure', () => [{ type: 'failed', message: 'The sandbox is out of order.' }], /out of order/],
]

test.each(CRASHES)('%s: the run ends, and says why', async (_name, make, reason) => {
  const page = play(say(make), honest)
  page.caller.mockReturnValue(new Promise(() => undefined))
  const { result, events } = await page.run()
  expect(result).toMatchObject({ ok: false, problem: { kind: 'crashed', message: expect.stringMatching(reason) } })
  expect(events.filter(({ type }) => type === 'done')).toHaveLength(1)
  expect(page.caller.mock.calls.length).toBeLessThanOrEqual(1)
  expect(page.opened[0]!.removed).toBe(true)
  // At once, while thousands of messages of the first frame are still to come.
  expect(await page.runHonestly()).toEqual(RAN_HONESTLY)
})

test.each([
  ['twice', 0],
  ['with an earlier number', -1],
])('a question that is replayed %s after its answer ends the run', async (_name, step) => {
  const page = play((message, post) => {
    if (message.type === 'run') post(ask(message.run, 5))
    if (message.type === 'reply') post(ask(message.run, 5 + step))
    honest(message.type === 'stop' ? message : { type: 'stop', run: 'none' }, () => undefined)
  }, honest)
  const { result } = await page.run()
  expect(result).toMatchObject({ problem: { message: 'The sandbox repeated a call.' } })
  expect(page.caller).toHaveBeenCalledOnce()
})

test('what comes after the end is not heard and not answered', async () => {
  const late = (id: string) => [
    done(id),
    done(id),
    output(id, 0, 'late'),
    ask(id, 0),
    ask(id, 1),
    { ...done(id), x: 1 },
  ]
  const heard: PageMessage[] = []
  const talk = say(late)
  const page = play((message, post) => {
    heard.push(message)
    talk(message, post)
  })
  const { result, events } = await page.run()
  expect(result.ok).toBe(true)
  expect(events.map(({ type }) => type)).toEqual(['started', 'done'])
  expect(await page.runHonestly()).toEqual(RAN_HONESTLY)
  expect(page.opened).toHaveLength(1)
  expect(heard.filter(({ type }) => type === 'reply')).toHaveLength(1)
})

test('fields beyond the protocol, and names that every object has, go nowhere', async () => {
  const extra = { extra: 1, constructor: 'x', toString: 'x', polluted: 1 }
  const inherited = JSON.parse('{"__proto__":{"polluted":true}}') as object
  const wide = (message: object) => Object.assign(Object.create(null) as object, message, extra, inherited)
  const page = play((message, post) => {
    const result = { ...extra, ok: true, values: [{ text: 'x', json: null, ...extra }], memoryBytes: 1, cpuMs: 1 }
    if (message.type === 'run') post(wide({ ...output(message.run, 0, 'x') }))
    if (message.type === 'run') post(wide({ type: 'done', run: message.run, result }))
  })
  const { result, events } = await page.run()
  expect(events[1]).toStrictEqual({ type: 'output', text: 'x' })
  expect(result).toStrictEqual({ ok: true, values: [{ text: 'x', json: null }], memoryBytes: 1, cpuMs: 1 })
})

test('buffers and ports that come along are let go, and what cannot be read ends the run', async () => {
  const page = play((message, post) => {
    if (message.type !== 'run') return
    const [{ port1 }, buffer] = [new MessageChannel(), new ArrayBuffer(1 << 20)]
    post({ ...output(message.run, 0, 'x'), port1, buffer }, [port1, buffer])
    post(buffer.detached)
  }, honest)
  const { result, events } = await page.run()
  expect(events[1]).toStrictEqual({ type: 'output', text: 'x' })
  expect(result).toMatchObject({ problem: { kind: 'crashed' } })
  expect(await page.runHonestly()).toEqual(RAN_HONESTLY)
})
