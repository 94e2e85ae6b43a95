// Where a call of gsub keeps what it knows: on the stack of Lua, which outlives a yield, and on that of C.
import { MATCH } from './layout.ts'
import { PLACE } from '../raw.ts'

/**
 * Places on the stack of Lua. A yield ends what is on the stack of C, so all that the loop has to know later lies in
 * these: two words in each of three integers, the buffer as userdata, and above it the place that luaL_Buffer wants.
 */
export const AT = { text: 1, pattern: 2, function: 3, limit: 4, piece: 4, words: 5, buffer: 8, box: 9 } as const
export const WORD = {
  ...{ start: 0, end: 4, kept: PLACE.bytes, count: PLACE.bytes + 4 },
  ...{ most: 2 * PLACE.bytes, isReader: 2 * PLACE.bytes + 4 },
} as const

/** The frame on the stack of C: a MatchState, and a word for a length or for what an error names, filled up to 16 bytes. */
export const FRAME = { word: MATCH.bytes, bytes: MATCH.bytes + 8 } as const
