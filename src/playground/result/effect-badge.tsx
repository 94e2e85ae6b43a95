// The badge that says what a function does; the word and the shape carry the meaning, not the colour alone.
import { type Effect } from '../../contract/effect.ts'

const WORDS: Record<Effect, string> = { read: 'Read', write: 'Write', destructive: 'Destructive' }

export function EffectBadge({ effect }: { effect: Effect }) {
  return <span className={`badge ${effect}`}>{WORDS[effect]}</span>
}
