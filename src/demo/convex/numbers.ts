// Numbers that JSON cannot hold, as eight bytes in base64, the lowest first.

/** An integer of 64 bits, or null for what is none. */
export function decodeInteger(text: string): bigint | null {
  return readBytes(text)?.getBigInt64(0, true) ?? null
}

/** A float of 64 bits, or null for what is none. */
export function decodeDouble(text: string): number | null {
  return readBytes(text)?.getFloat64(0, true) ?? null
}

export function encodeInteger(value: bigint): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigInt64(0, value, true)
  return btoa(Array.from(new Uint8Array(view.buffer), (byte) => String.fromCharCode(byte)).join(''))
}

function readBytes(text: string): DataView | null {
  if (!/^[A-Za-z0-9+/]{11}=$/.test(text)) return null
  return new DataView(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer)
}
