// Counts and limits the memory of Lua states, through the allocator that the engine gives to Lua.
import { METER } from './engine/layout.ts'
import { type Pointer, type RawLua } from './raw.ts'

/** What one state uses, in bytes. */
export interface MemoryMeter {
  readonly peak: number
  limit: number
  /** Whether the limit has refused an allocation. */
  refused: boolean
  /**
   * Called at a refusal, in the middle of what Lua was doing: it may look, and must not allocate.
   *
   * @param block - what was to grow, 0 where it was to be new
   */
  onRefused: (block: Pointer) => void
}

export interface MemoryMeters {
  /** Function slot of the allocator, for lua_newstate. */
  allocator: Pointer
  /** Begins to count for a state; `id` is the user data for lua_newstate. */
  begin(limit: number): { id: Pointer; meter: MemoryMeter }
  /** To be called once the state is closed; its meter counts no more. */
  end(id: Pointer): void
}

// The block of a state's own structure: some 1.5 KB in Lua 5.4 for 32 bits.
const FIRST_BLOCK_BYTES = 8192
const MOST_BYTES = 2 ** 32 - 1

/** Registers the allocator, once per module. */
export function createMeters(lua: RawLua): MemoryMeters {
  const meters = new Map<Pointer, MemoryMeter>()
  const unused: Pointer[] = []
  // Lua seeds its string hashes with the address of the state: a fixed block makes them the same in every run.
  const fixed = lua._malloc(FIRST_BLOCK_BYTES)
  let fixedIsFree = true

  const read = (id: Pointer, field: number) => lua.HEAPU32[(id + field) >> 2]!
  const write = (id: Pointer, field: number, value: number) => void (lua.HEAPU32[(id + field) >> 2] = value)

  const refuse = lua.addFunction((id: Pointer, block: Pointer) => {
    const meter = meters.get(id)!
    meter.refused = true
    return void meter.onRefused(block)
  }, 'vii')

  return {
    allocator: lua.addFunction(lua._meter_allocate, 'iiiii'),
    begin(limit) {
      const id = unused.pop() ?? lua._malloc(METER.bytes)
      write(id, METER.used, 0)
      write(id, METER.peak, 0)
      write(id, METER.limit, Math.min(limit, MOST_BYTES))
      write(id, METER.first, fixedIsFree ? fixed : 0)
      write(id, METER.onRefused, refuse)
      fixedIsFree = false
      const meter: MemoryMeter = {
        get peak() {
          return read(id, METER.peak)
        },
        get limit() {
          return read(id, METER.limit)
        },
        set limit(bytes) {
          write(id, METER.limit, Math.min(bytes, MOST_BYTES))
        },
        refused: false,
        onRefused: () => undefined,
      }
      meters.set(id, meter)
      return { id, meter }
    },
    end(id) {
      if (read(id, METER.first)) fixedIsFree = true
      meters.delete(id)
      unused.push(id)
    },
  }
}
