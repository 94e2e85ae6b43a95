// Lua's own parser: what it says of a source, without running any of it.
import { type Machine } from './machine.ts'
import { STATUS } from './raw.ts'
import { openState } from './state.ts'

const MEMORY_BYTES = 64 << 20

/** Lua's message of the first fault, as `main.lua:3: unexpected symbol near '='`; null for a source that parses. */
export function parseSource(machine: Machine, source: string): string | null {
  const state = openState(machine, MEMORY_BYTES, 0)
  const status = machine.bytes.load(state.L, source, '=main.lua', 't')
  const message = status === STATUS.ok ? null : (machine.bytes.readText(state.L, -1) ?? '')
  state.close()
  return message
}
