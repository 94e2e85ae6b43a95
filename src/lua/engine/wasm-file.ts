// A WebAssembly file as its sections, and those as their items: https://webassembly.github.io/spec/core/binary/modules.html
import { joinBytes } from '../join-bytes.ts'

export interface Section {
  id: number
  bytes: Uint8Array
}

export const SECTION = { type: 1, function: 3, memory: 5, global: 6, export: 7, code: 10, tag: 13 } as const

const MAGIC_BYTES = 8

/** An unsigned number in LEB128, as the format writes all counts and indices. */
export function writeCount(value: number): number[] {
  const bytes = []
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  return [...bytes, value]
}

/** A number in signed LEB128, as constants are written. */
export function writeSigned(value: number): number[] {
  const bytes = []
  for (; value < -64 || value > 63; value >>= 7) bytes.push((value & 127) | 128)
  return [...bytes, value & 127]
}

export function readCount(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]!
    value |= (byte & 127) << shift
    if (byte < 128) return { value: value >>> 0, next: at }
  }
}

/** Something before which its own size in bytes stands. */
export function writeSized(bytes: ArrayLike<number>): Uint8Array {
  return joinBytes([writeCount(bytes.length), bytes])
}

export function readSections(file: Uint8Array): Section[] {
  const sections: Section[] = []
  for (let at = MAGIC_BYTES; at < file.length;) {
    const { value: size, next } = readCount(file, at + 1)
    sections.push({ id: file[at]!, bytes: file.subarray(next, next + size) })
    at = next + size
  }
  return sections
}

export function writeSections(file: Uint8Array, sections: readonly Section[]): Uint8Array<ArrayBuffer> {
  return joinBytes([file.subarray(0, MAGIC_BYTES), ...sections.flatMap(({ id, bytes }) => [[id], writeSized(bytes)])])
}

/** The section with items put behind its own. Returns the index of the first of them beside it. */
export function appendItems(
  section: Section,
  items: readonly ArrayLike<number>[],
): { first: number; section: Section } {
  const { value: count, next } = readCount(section.bytes, 0)
  const bytes = joinBytes([writeCount(count + items.length), section.bytes.subarray(next), ...items])
  return { first: count, section: { id: section.id, bytes } }
}

/** The bodies of a code section, without their sizes. */
export function readBodies({ bytes }: Section): Uint8Array[] {
  const bodies = []
  for (let { next: at } = readCount(bytes, 0); at < bytes.length;) {
    const { value: size, next } = readCount(bytes, at)
    bodies.push(bytes.subarray(next, next + size))
    at = next + size
  }
  return bodies
}

export function writeBodies(bodies: readonly Uint8Array[]): Section {
  return { id: SECTION.code, bytes: joinBytes([writeCount(bodies.length), ...bodies.map(writeSized)]) }
}
