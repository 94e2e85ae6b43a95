// A vendor's text as errors and logs repeat it.

/** Longest text of a vendor that an error repeats, in characters. */
const MESSAGE_LENGTH = 500

/** One line of limited length without control characters. */
export function tidyText(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
  return line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)}…` : line
}
