// What the fake of CloudConvert remembers: jobs, tasks and credits. Plain JSON.
import { type Value } from '../../contract/value.ts'

export type Fields = { [key: string]: Value }

export interface StoredTask {
  id: string
  /** Null outside a job. */
  name: string | null
  job_id: string | null
  operation: string
  /** As it was sent. */
  payload: Fields
  status: 'waiting' | 'processing' | 'finished' | 'error'
  code: string | null
  message: string | null
  credits: number | null
  result: Fields | null
  created_at: string
  started_at: string | null
  ended_at: string | null
  /** Ids of the tasks whose files it takes. */
  inputs: string[]
}

export interface StoredJob {
  id: string
  tag: string | null
  created_at: string
}

export interface CloudConvertState {
  /** How many ids were made. */
  made: number
  credits: number
  /** The oldest first. */
  jobs: StoredJob[]
  /** The oldest first. */
  tasks: StoredTask[]
}

/** A time as the vendor writes it: `2026-01-15T12:00:00+00:00`. */
export function formatTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, '+00:00')
}

/** The id of the nth thing made: a UUID like the vendor's, always the same. */
export function makeId(count: number): string {
  const words = [1, 2, 3, 4].map((part) =>
    mix(count * 4 + part)
      .toString(16)
      .padStart(8, '0'),
  )
  const hex = words.join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Spreads the bits of a 32-bit integer (the finisher of MurmurHash3). */
function mix(value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
