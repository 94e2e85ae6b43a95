import { expect, test } from 'vitest'
import { LIMITS } from '../../contract/limits.ts'
import { appendOutput, EMPTY_OUTPUT } from './output-log.ts'

test('pieces join to lines, wherever they were cut', () => {
  const log = ['a\nb', 'b\n', '\n', 'c'].reduce(appendOutput, EMPTY_OUTPUT)
  expect(log.blocks.join('')).toBe('a\nbb\n\nc')
  expect(log.lines).toBe(4)
})

test('blocks hold a hundred whole lines', () => {
  const log = appendOutput(EMPTY_OUTPUT, 'x\n'.repeat(250))
  expect(log.blocks.map((block) => block.split('\n').length - 1)).toEqual([100, 100, 50])
})

test('a block of long lines ends sooner, and never within a line', () => {
  const line = `${'x'.repeat(10_000)}\n`
  const log = appendOutput(appendOutput(EMPTY_OUTPUT, line.repeat(3)), `${'y'.repeat(50_000)}\nz\n`)
  expect(log.blocks.map((block) => block.length)).toEqual([20_002, 60_002, 2])
  expect(log.lines).toBe(5)
})

test('earlier blocks stay the same objects', () => {
  const before = appendOutput(EMPTY_OUTPUT, 'x\n'.repeat(150))
  const after = appendOutput(before, 'y\n')
  expect(after.blocks[0]).toBe(before.blocks[0])
  expect(after.blocks[1]).not.toBe(before.blocks[1])
})

test('too many lines are cut', () => {
  const log = appendOutput(EMPTY_OUTPUT, 'x\n'.repeat(LIMITS.outputLines + 5))
  expect(log).toMatchObject({ lines: LIMITS.outputLines, cut: true })
  expect(appendOutput(log, 'more\n')).toBe(log)
})

test('a line without end is cut', () => {
  const log = appendOutput(appendOutput(EMPTY_OUTPUT, 'x'.repeat(LIMITS.outputBytes)), 'y')
  expect(log).toMatchObject({ characters: LIMITS.outputBytes, cut: true })
})

test('a line that is too long alone is shown as far as it fits', () => {
  const log = appendOutput(appendOutput(EMPTY_OUTPUT, 'a\n'), `${'x'.repeat(LIMITS.outputBytes)}\n`)
  expect(log).toMatchObject({ lines: 2, characters: LIMITS.outputBytes, cut: true })
  expect(log.blocks.join('')).toBe(`a\n${'x'.repeat(LIMITS.outputBytes - 2)}`)
})
