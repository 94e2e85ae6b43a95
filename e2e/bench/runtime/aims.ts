// What is aimed at: each a ratio of two samples, by their minima, or of several by the geometric mean.
import { nameSample } from './contestants.ts'
import { COMPUTE } from './programs.ts'
import { geometricMean, type Summary } from './samples.ts'

export interface Ratio {
  name: string
  /** By minima; by medians. */
  ratio: number
  median: number
  /** The ratio must be at most, or at least, this; null where nothing is aimed at. */
  aim: { most: number } | { least: number } | null
}

type Place = 'node' | 'chromium'

/** The ratios of all samples that there are. */
export function listRatios(samples: ReadonlyMap<string, Summary>): Ratio[] {
  const programs = COMPUTE.map(({ name }) => name)
  const ratios: Ratio[] = []

  function add(name: string, pairs: [of: string, to: string][], aim: Ratio['aim']): void {
    const found = pairs.map(([of, to]) => [samples.get(of), samples.get(to)] as const)
    if (found.some(([of, to]) => !of || !to)) return
    const by = (kind: 'min' | 'median') => geometricMean(found.map(([of, to]) => of![kind] / to![kind]))
    ratios.push({ name, ratio: by('min'), median: by('median'), aim })
  }

  const toNative = (measure: string, place: Place): [string, string] => [
    nameSample(measure, place),
    nameSample(measure, 'native'),
  ]
  for (const place of ['chromium', 'node'] as const) {
    for (const name of programs) add(`${name}, ${place} to native`, [toNative(name, place)], null)
    const all = programs.map((name) => toNative(name, place))
    add(`five programs, ${place} to native, geometric mean`, all, { most: 1.35 })
    for (const name of ['errors', 'yields']) add(`${name}, ${place} to native`, [toNative(name, place)], { most: 8 })
    const ownJson: [string, string] = [nameSample('own json', place), nameSample('json', 'native')]
    add(`the product's own json, ${place}, to plain Lua in native`, [ownJson], null)
    add(`fresh state and print, ${place}, to a native process`, [toNative('run', place)], { most: 0.9 })
  }
  const echo = nameSample('calls', 'echo')
  add('host calls a second to bare echoes', [[echo, nameSample('calls', 'chromium')]], { least: 0.5 })
  add('Demo calls a second to bare echoes', [[echo, nameSample('demo calls', 'chromium')]], null)
  add('Stop to starting a worker', [[nameSample('stop', 'chromium'), nameSample('stop', 'spawn')]], { most: 0.2 })
  return ratios
}

/** Whether an aim is reached; null without one. */
export function isReached({ ratio, aim }: Ratio): boolean | null {
  if (!aim) return null
  return 'most' in aim ? ratio <= aim.most : ratio >= aim.least
}
