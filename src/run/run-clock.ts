// The clock and the seed that a run is given where its request names none.
import { type RunInputs } from '../contract/run.ts'
import { type Mode } from '../contract/script.ts'
import { DEMO_CLOCK } from '../demo/vendor.ts'

const DEMO_SEED = 1

/** Demo stands still in time, as its data does: the same script prints the same. */
export function chooseClock(mode: Mode): Pick<RunInputs, 'clock' | 'seed'> {
  return mode === 'demo' ? { clock: DEMO_CLOCK, seed: DEMO_SEED } : { clock: null, seed: null }
}
