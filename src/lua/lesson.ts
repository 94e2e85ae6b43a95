// One lesson: what an error and the code around it look like, and what is said then.

/** What a lesson looks at; all but the message and the text without what strings and comments say. */
export interface Fault {
  /** Lua's message without the position. */
  message: string
  /** The source before the token that Lua stopped at. */
  before: string
  /** That token and the rest of its line. */
  after: string
  /** The line that the message names. */
  line: string
  /** As `before`, with strings and comments. */
  text: string
}

/** All conditions must hold; groups of the expressions, in the order of {@link Fault}, stand as $1, $2. */
export type Lesson = Partial<Record<keyof Fault, RegExp>> & { say: string }
