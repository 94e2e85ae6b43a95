// Samples of several contestants, taken in turns, and what they come to.

/** Takes one sample, in milliseconds. */
export type Sample = () => Promise<number> | number

export interface Summary {
  count: number
  /** Milliseconds; `spread` is the ninetieth percentile over the minimum. */
  min: number
  median: number
  spread: number
}

/**
 * Takes samples round by round, so that whatever else the machine does meets all contestants alike. Each round begins
 * with another contestant.
 */
export async function interleave(
  contestants: Map<string, Sample>,
  rounds: number,
  onRound: (round: number) => void = () => undefined,
): Promise<Map<string, Summary>> {
  const names = [...contestants.keys()]
  const samples = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(round + i) % names.length]!
      samples.get(name)!.push(await contestants.get(name)!())
    }
    onRound(round)
  }
  return new Map(names.map((name) => [name, summarize(samples.get(name)!)]))
}

export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!
  return { count: sorted.length, min: at(0), median: at(0.5), spread: at(0.9) / at(0) }
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
}
