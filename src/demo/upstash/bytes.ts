// Byte strings of the fake Redis: one character per byte (0 to 255), so that plain JSON can hold any value.

/** Bytes of a text in UTF-8. */
export function encodeText(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}

/** Text of bytes; what is not UTF-8 becomes U+FFFD, as in the vendor's JSON replies. */
export function decodeText(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))
}
