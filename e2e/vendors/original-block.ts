// The Lua blocks of the original pages, and which example carries each. Blocks that were wrong say what was corrected.

export interface OriginalBlock {
  integration: string
  /** File name of the example, without its ending. */
  example: string
  /** The block as it was. Where nothing was wrong, the example holds it word for word. */
  lua: string
  /** What the example does otherwise, and why. */
  corrected?: string
  /** What the block reads of results: function, then paths like `value`, `data.status`, `[].name`, `tasks[].id`. */
  reads?: Record<string, string[]>
  /** Fields that the block reads and the vendor does not have, by `function.path`, with the reason that the page gives. */
  absent?: Record<string, string>
}
