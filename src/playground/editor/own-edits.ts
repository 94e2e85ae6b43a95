// Texts that the editor has told the page and that have not come back from it yet.

export interface OwnEdits {
  /** The editor tells the page this text. */
  note(text: string): void
  /** Whether a text of the page is one that the editor told it: by now the editor may hold newer keys. */
  takeBack(text: string): boolean
}

/** @param source what the editor begins with */
export function createOwnEdits(source: string): OwnEdits {
  let told = [source]
  return {
    note(text) {
      told.push(text)
    },
    takeBack(text) {
      const at = told.lastIndexOf(text)
      // The page shows each text once at most, and in order: what was told before this one comes back no more.
      told = at < 0 ? [] : told.slice(at + 1)
      return at >= 0
    },
  }
}
