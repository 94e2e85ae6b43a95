// Whether this tab was on Demo or Live: kept over the way to sign-in and back.
import { Mode } from '../../contract/script.ts'
import { MODE_KEY } from '../../run/hand-over.ts'
import { tabStore } from '../script/stores.ts'

export function readMode(): Mode {
  const kept = Mode.safeParse(tabStore.getItem(MODE_KEY))
  return kept.success ? kept.data : 'demo'
}

export function keepMode(mode: Mode): void {
  tabStore.setItem(MODE_KEY, mode)
}
