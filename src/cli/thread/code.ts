// Where the code of the thread is: a file here; the packaged command, which is one file, holds it as text.

/** A module to load, or the text of a script. */
export const threadCode: URL | string = new URL('thread.ts', import.meta.url)
