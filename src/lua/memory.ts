// Counts and limits the memory of Lua states, through the allocator that Lua is given.
import { type Pointer, type RawLua } from './raw.ts'

/** What one state uses, in bytes. */
export interface MemoryMeter {
  used: number
  peak: number
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
  begin(limit: number): { id: number; meter: MemoryMeter }
  end(id: number): void
}

// The block of a state's own structure: some 1.5 KB in Lua 5.4 for 32 bits.
const FIRST_BLOCK_BYTES = 8192

/** Registers the allocator, once per module. */
export function createMeters(lua: RawLua): MemoryMeters {
  const meters: (MemoryMeter | undefined)[] = []
  // Lua seeds its string hashes with the address of the state: a fixed block makes them the same in every run.
  const fixed = lua._malloc(FIRST_BLOCK_BYTES)
  let fixedIsTaken = false

  function allocate(id: number, block: Pointer, oldBytes: number, newBytes: number): Pointer {
    const meter = meters[id]!
    if (newBytes === 0) {
      if (block) meter.used -= oldBytes
      if (block === fixed) fixedIsTaken = false
      else if (block) lua._free(block)
      return 0
    }
    // Without a block, Lua passes a type there, not a size.
    const growth = block ? newBytes - oldBytes : newBytes
    if (growth > 0 && meter.used + growth > meter.limit) {
      meter.refused = true
      meter.onRefused(block)
      return 0
    }
    const isFirst = !block && meter.used === 0 && !fixedIsTaken && newBytes <= FIRST_BLOCK_BYTES
    if (isFirst) fixedIsTaken = true
    const fresh = isFirst ? fixed : lua._realloc(block, newBytes)
    if (fresh) {
      meter.used += growth
      if (meter.used > meter.peak) meter.peak = meter.used
    }
    return fresh
  }

  return {
    allocator: lua.addFunction(allocate, 'iiiii'),
    begin(limit) {
      const meter = { used: 0, peak: 0, limit, refused: false, onRefused: () => undefined }
      const free = meters.indexOf(undefined)
      const id = free < 0 ? meters.length : free
      meters[id] = meter
      return { id, meter }
    },
    end(id) {
      meters[id] = undefined
    },
  }
}
