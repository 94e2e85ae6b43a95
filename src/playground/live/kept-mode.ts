// Whether this tab was on Demo or Live: kept over the way to sign-in and back.
import { Mode } from '../../contract/script.ts'
import { tabStore } from '../script/stores.ts'

const KEY = 'kosmo.mode'

export function readMode(): Mode {
  const kept = Mode.safeParse(tabStore.getItem(KEY))
  return kept.success ? kept.data : 'demo'
}

export function keepMode(mode: Mode): void {
  tabStore.setItem(KEY, mode)
}
