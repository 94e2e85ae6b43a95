// The limits of a run and of a call, in one table: bytes, milliseconds and counts, and the settings that change them.

const KiB = 1024
const MiB = 1024 * KiB
const SECOND = 1000

/** How whoever hosts the server changes a limit: an environment variable, whole numbers of its unit from least to most. */
export interface LimitSetting {
  name: `LIMIT_${string}`
  unit: number
  least: number
  /** What the page, a worker and the server can bear. */
  most: number
}

/** The name of a setting ends with its unit where it has one. */
const setting = (name: LimitSetting['name'], unit: number, least: number, most: number): LimitSetting => ({
  ...{ name, unit, least, most },
})

const TABLE = {
  /** Lua source of one script, in bytes of UTF-8. */
  sourceBytes: [256 * KiB, setting('LIMIT_SOURCE_KIB', KiB, 1, 1024)],
  /** Memory of one Lua state. */
  memoryBytes: [64 * MiB, setting('LIMIT_MEMORY_MIB', MiB, 2, 512)],
  /** Time that Lua itself may compute; stands still while a call or an approval is awaited. */
  cpuMs: [30 * SECOND, setting('LIMIT_CPU_SECONDS', SECOND, 1, 600)],
  /** Time from start to end of a run, waiting included. */
  wallMs: [600 * SECOND, setting('LIMIT_WALL_SECONDS', SECOND, 1, 3600)],
  outputBytes: [MiB, setting('LIMIT_OUTPUT_KIB', KiB, 1, 16 * 1024)],
  outputLines: [10_000, setting('LIMIT_OUTPUT_LINES', 1, 1, 200_000)],
  callsPerRun: [100, setting('LIMIT_CALLS_PER_RUN', 1, 1, 10_000)],
  /** How long one vendor call may take. */
  callMs: [30 * SECOND],
  requestBytes: [256 * KiB],
  replyBytes: [8 * MiB, setting('LIMIT_REPLY_KIB', KiB, 1, 32 * 1024)],
  /** Nesting of a value that crosses between Lua and the outside. */
  depth: [128, setting('LIMIT_DEPTH', 1, 8, 256)],
  /** Vendor calls of one user per minute, over all runs. */
  callsPerMinute: [300, setting('LIMIT_CALLS_PER_MINUTE', 1, 1, 100_000)],
  /** Vendor calls of one user under way at the same time, in one server process. */
  callsAtOnce: [8, setting('LIMIT_CALLS_AT_ONCE', 1, 1, 64)],
  /** How long an approval waits to be decided and used. */
  approvalMs: [600 * SECOND],
  /** Decompressed size of a shared link. */
  linkBytes: [64 * KiB],
  /** Snippets of one user, versions of one snippet, and saves of one user per minute. */
  snippetsPerUser: [500],
  versionsPerSnippet: [200],
  savesPerMinute: [60],
} satisfies Record<string, [value: number, setting?: LimitSetting]>

export type LimitName = keyof typeof TABLE
export type Limits = Readonly<Record<LimitName, number>>

export const LIMIT_NAMES = Object.keys(TABLE) as LimitName[]

/** `docs.*` is free of the limit of calls, but not without one: how often a run may ask for anything, for each call it may make. */
export const ASKS_PER_CALL = 10

/** The limits of a server whose settings say nothing else. */
export const LIMITS = mapLimits((name) => TABLE[name][0])

/** The highest that each limit can be set to; what cannot be set is what it is. */
export const MOST = mapLimits((name) => {
  const { most, unit } = findSetting(name) ?? { most: TABLE[name][0], unit: 1 }
  return most * unit
})

/** The setting of a limit; undefined for one that stays as it is. */
export function findSetting(name: LimitName): LimitSetting | undefined {
  return (TABLE[name] as [number, LimitSetting?])[1]
}

export function mapLimits(read: (name: LimitName) => number): Limits {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, read(name)])) as Limits
}
