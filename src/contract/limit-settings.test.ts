import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseLimits, readLimits, writeLimits } from './limit-settings.ts'
import { findSetting, LIMIT_NAMES, type LimitName, LIMITS, MOST } from './limits.ts'

test('nothing set is the table itself, and nothing is said of it', () => {
  expect(readLimits({ LIMIT_CPU_SECONDS: '', LIMIT_DEPTH: '  ', PATH: '/bin' })).toEqual(LIMITS)
  expect(writeLimits(LIMITS)).toBe('')
})

test.each<[string, string, LimitName, number]>([
  ['LIMIT_SOURCE_KIB', '1', 'sourceBytes', 1024],
  ['LIMIT_MEMORY_MIB', '8', 'memoryBytes', 8 << 20],
  ['LIMIT_CPU_SECONDS', ' 2 ', 'cpuMs', 2000],
  ['LIMIT_WALL_SECONDS', '3600', 'wallMs', 3_600_000],
  ['LIMIT_OUTPUT_KIB', '2048', 'outputBytes', 2 << 20],
  ['LIMIT_OUTPUT_LINES', '5', 'outputLines', 5],
  ['LIMIT_CALLS_PER_RUN', '2', 'callsPerRun', 2],
  ['LIMIT_REPLY_KIB', '1', 'replyBytes', 1024],
  ['LIMIT_DEPTH', '64', 'depth', 64],
  ['LIMIT_CALLS_PER_MINUTE', '10', 'callsPerMinute', 10],
  ['LIMIT_CALLS_AT_ONCE', '1', 'callsAtOnce', 1],
])('%s=%s sets %s to %d and nothing else', (name, text, limit, value) => {
  const limits = readLimits({ [name]: text })
  expect(limits).toEqual({ ...LIMITS, [limit]: value })
  expect(writeLimits(limits)).toBe(`${name}=${text.trim()}`)
})

const settings = LIMIT_NAMES.flatMap((limit) => findSetting(limit) ?? [])

test.each(settings)('$name takes $least and $most and refuses all beyond', ({ name, least, most }) => {
  for (const text of [least, most]) expect(readLimits({ [name]: `${text}` })).toBeDefined()
  const nonsense = ['0', '-1', `${least - 1}`, `${most + 1}`, '1.5', '1e1', '0x10', '30s', 'many', '∞', '9'.repeat(400)]
  for (const text of nonsense) {
    const reason = `${name} is not a whole number from ${least} to ${most}`
    expect(() => readLimits({ [name]: text }), text).toThrow(reason)
  }
})

test('each default lies within what its setting may be', () => {
  for (const limit of LIMIT_NAMES) {
    const { least, unit } = findSetting(limit) ?? { least: LIMITS[limit], unit: 1 }
    expect(LIMITS[limit], limit).toBeGreaterThanOrEqual(least * unit)
    expect(LIMITS[limit], limit).toBeLessThanOrEqual(MOST[limit])
  }
})

test('what a page is told is what is in force', () => {
  const limits = readLimits({ LIMIT_CPU_SECONDS: '5', LIMIT_OUTPUT_LINES: '7', LIMIT_MEMORY_MIB: '64' })
  expect(writeLimits(limits)).toBe('LIMIT_CPU_SECONDS=5 LIMIT_OUTPUT_LINES=7')
  expect(parseLimits(writeLimits(limits))).toEqual(limits)
  expect(parseLimits('')).toEqual(LIMITS)
})

test('the page on hosting lists every setting as it is', () => {
  const page = readFileSync(join(import.meta.dirname, '../../content/docs/docs/hosting.md'), 'utf8')
  for (const limit of LIMIT_NAMES) {
    const setting = findSetting(limit)
    if (!setting) continue
    const { name, unit, least, most } = setting
    expect(page).toContain(`| \`${name}\` | ${LIMITS[limit] / unit} | ${least} | ${most} |\n`)
  }
})
