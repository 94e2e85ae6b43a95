// The limits of a run and of a call, in one table: bytes, milliseconds and counts.

const KiB = 1024
const MiB = 1024 * KiB

export const LIMITS = {
  /** Lua source of one script. */
  sourceBytes: 256 * KiB,
  /** Memory of one Lua state. */
  memoryBytes: 64 * MiB,
  /** Time that Lua itself may compute; stands still while a call or an approval is awaited. */
  cpuMs: 30_000,
  /** Time from start to end of a run, waiting included. */
  wallMs: 600_000,
  outputBytes: MiB,
  outputLines: 10_000,
  callsPerRun: 100,
  /** How long one vendor call may take. */
  callMs: 30_000,
  requestBytes: 256 * KiB,
  replyBytes: 8 * MiB,
  /** Nesting of a value that crosses between Lua and the outside. */
  depth: 128,
  /** Vendor calls of one user per minute, over all runs. */
  callsPerMinute: 300,
  /** Vendor calls of one user under way at the same time, in one server process. */
  callsAtOnce: 8,
  /** How long an approval waits to be decided and used. */
  approvalMs: 10 * 60_000,
  /** Decompressed size of a shared link. */
  linkBytes: 64 * KiB,
  /** Snippets of one user, versions of one snippet, and saves of one user per minute. */
  snippetsPerUser: 500,
  versionsPerSnippet: 200,
  savesPerMinute: 60,
} as const
