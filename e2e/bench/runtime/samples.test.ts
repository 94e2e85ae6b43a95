// The arithmetic of the benchmark: turns, summaries, ratios.
import { expect, test } from 'vitest'
import { isReached, listRatios } from './aims.ts'
import { nameSample } from './contestants.ts'
import { interleave, summarize } from './samples.ts'

test('takes samples in turns, each round beginning with another contestant', async () => {
  const taken: string[] = []
  const sample = (name: string, ms: number) => [name, () => (taken.push(name), ms)] as const
  const summaries = await interleave(new Map([sample('a', 1), sample('b', 2), sample('c', 3)]), 2)
  expect(taken.join('')).toBe('abcbca')
  expect(summaries.get('c')).toEqual({ count: 2, min: 3, median: 3, spread: 1 })
})

test('summarizes by minimum, median and ninetieth percentile', () => {
  expect(summarize([9, 1, 2, 3, 4, 5, 6, 7, 8, 10, 100])).toEqual({ count: 11, min: 1, median: 6, spread: 10 })
})

test('gives only the ratios whose samples there are, and compares them with what is aimed at', () => {
  const summary = (min: number) => ({ count: 1, min, median: min * 2, spread: 1 })
  const samples = new Map([
    [nameSample('errors', 'node'), summary(70)],
    [nameSample('errors', 'native'), summary(10)],
    [nameSample('calls', 'echo'), summary(1)],
    [nameSample('calls', 'chromium'), summary(4)],
    [nameSample('stop', 'chromium'), summary(4)],
  ])
  const ratios = listRatios(samples)
  expect(ratios.map(({ name, ratio, median }) => [name, ratio.toFixed(3), median.toFixed(3)])).toEqual([
    ['errors, node to native', '7.000', '7.000'],
    ['host calls a second to bare echoes', '0.250', '0.250'],
  ])
  expect(ratios.map(isReached)).toEqual([true, false])
})
