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

test('time that the machine slept through is not counted as computing', () => {
  let now = 0
  const watchdog = createWatchdog({ cpuMs: 30_000, wallMs: 10_000_000 }, vi.fn(), () => now)
  watchdog.compute()
  now = 3_600_000
  expect(watchdog.readCpu()).toBe(5_000)
})

test('an ended watchdog stays quiet', () => {
  const expire = vi.fn()
  const watchdog = createWatchdog(limits, expire)
  watchdog.compute()
  watchdog.end()
  vi.advanceTimersByTime(60_000)
  expect(expire).not.toHaveBeenCalled()
})
