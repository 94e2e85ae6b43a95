// Regression: a key of thousands of equal letters, and an answer made of that letter, held the server up for minutes.
import { expect, test } from 'vitest'
import { Secret } from '../vault/secret.ts'
import { createRedactor } from './redact.ts'

const redactorOf = (key: string) => createRedactor({ key: new Secret(key) })

test.each([
  ['a letter', 'a'],
  ['a dash', '-'],
  ['a percent sign', '%'],
  ['an escaped percent sign', '%25'],
  ['an ampersand', '&'],
  ['two letters', 'ab'],
  ['a letter and a backslash', 'a\\'],
])('8 MiB that repeat %s as a key does are given up soon', (_name, unit) => {
  const redact = redactorOf(`${unit.repeat(16_000 / unit.length)}!`)
  const text = unit.repeat((8 * 1024 * 1024) / unit.length)
  const before = process.cpuUsage()
  let code: unknown
  try {
    redact(text)
  } catch (error) {
    code = (error as { error: { code: string } }).error.code
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8)
  expect([undefined, 'vendor_error']).toContain(code)
})

test('an answer that is given up is not shown in part', () => {
  const key = `${'a'.repeat(4000)}b`
  expect(() => redactorOf(key)(`${'a'.repeat(1024 * 1024)}${key}`)).toThrow('too much like a credential')
})

test('many other keys with the same beginning are no reason to give up', () => {
  const head = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwI'
  const others = Array.from({ length: 20_000 }, (_, index) => `${head}.${index}`).join(' ')
  expect(redactorOf(`${head}iwibmFtZSI6`)(`${others} ${head}iwibmFtZSI6`)).toBe(`${others} ‹key›`)
})
