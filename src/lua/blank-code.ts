// Lua source with what its strings and comments say made blank, everything else where it was.

const QUIET =
  /--\[(=*)\[[\s\S]*?(?:\]\1\]|$)|--[^\n\r]*|\[(=*)\[[\s\S]*?(?:\]\2\]|$)|(["'])(?:\\[\s\S]|(?!\3)[^\\\n\r])*\3?/g

/** Of the same length, with the same line breaks; the quotes of a string stay. */
export function blankCode(source: string): string {
  return source.replace(QUIET, (whole, _long: unknown, _text: unknown, quote: string | undefined) => {
    const blank = whole.replace(/[^\n\r]/g, ' ')
    if (!quote || whole.length < 2) return quote ? whole : blank
    return whole[0]! + blank.slice(1, -1) + (whole.endsWith(quote) ? quote : ' ')
  })
}
