import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createWatchdog } from './watchdog.ts'

const limits = { cpuMs: 2_000, wallMs: 10_000 }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a script that computes past its limit and the grace is ended, once', () => {
  const expire = vi.fn()
  createWatchdog(limits, expire).compute()
  vi.advanceTimersByTime(3_000)
  expect(expire).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5_000)
  expect(expire.mock.calls).toEqual([['cpu']])
})

test('waiting costs no computing time, but the wall limit holds', () => {
  const expire = vi.fn()
  const watchdog = createWatchdog(limits, expire)
  watchdog.compute()
  vi.advanceTimersByTime(1_000)
  watchdog.wait()
  vi.advanceTimersByTime(8_000)
  expect(watchdog.readCpu()).toBe(1_000)
  expect(expire).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_500)
  expect(expire.mock.calls).toEqual([['wall']])
})

test.each([
  ['the machine slept through', 3_600_000],
  ['the page was busy for, before it could read what the script asks', 3_500],
])('time that %s is not counted as computing', (_what, ms) => {
  let now = 0
  const expire = vi.fn()
  const watchdog = createWatchdog({ cpuMs: 2_000, wallMs: 10_000_000 }, expire, () => now)
  watchdog.compute()
  now = ms
  vi.advanceTimersByTime(250)
  expect(watchdog.readCpu()).toBe(250)
  expect(expire).not.toHaveBeenCalled()
})

test('an ended watchdog stays quiet', () => {
  const expire = vi.fn()
  const watchdog = createWatchdog(limits, expire)
  watchdog.compute()
  watchdog.end()
  vi.advanceTimersByTime(60_000)
  expect(expire).not.toHaveBeenCalled()
})
