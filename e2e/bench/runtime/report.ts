// The report as text for people.
import { isReached, type Ratio } from './aims.ts'
import { type Summary } from './samples.ts'

export interface Report {
  machine: { cpu: string; cores: number; load: number; node: string; chromium: string | null; native: string | null }
  rounds: number
  samples: Record<string, Summary>
  ratios: Ratio[]
}

export function formatReport({ machine, rounds, samples, ratios }: Report): string {
  const { cpu, cores, load, node, chromium, native } = machine
  return [
    `${cpu}, ${cores} cores, load ${load.toFixed(1)}; Node ${node}, Chromium ${chromium ?? 'none'}, ${native ?? 'no native Lua'}`,
    `${rounds} rounds, all contestants in turns. Limits are on: memory, time, output.`,
    '"json" is a codec in plain Lua, the same text everywhere; "own json" the same work by the built-in json.',
    'Programs count CPU time: natively by os.clock, in Node that of the thread, with the state of the run. Chromium tells',
    'none: there it is time on the wall, which a busy machine makes longer.',
    '',
    'Milliseconds                        count       min    median   p90/min',
    ...Object.entries(samples).map(formatSample),
    '',
    'Ratios                                                         by minima  by medians   aim',
    ...ratios.map(formatRatio),
    '',
  ].join('\n')
}

function formatSample([name, { count, min, median, spread }]: [string, Summary]): string {
  return [name.padEnd(34), pad(count, 7, 0), pad(min, 10), pad(median, 10), pad(spread, 10)].join('')
}

function formatRatio(ratio: Ratio): string {
  const { name, aim } = ratio
  const wanted = !aim ? '' : 'most' in aim ? `≤ ${aim.most}` : `≥ ${aim.least}`
  const verdict = { true: ' reached', false: ' missed', null: '' }[String(isReached(ratio))]
  return `${name.padEnd(62)}${pad(ratio.ratio, 10)}${pad(ratio.median, 12)}   ${wanted}${verdict}`
}

function pad(value: number, width: number, digits = 2): string {
  return value.toFixed(digits).padStart(width)
}
