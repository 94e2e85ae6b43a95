// A line under the toolbar that stays until it is closed.

export interface Notice {
  text: string
  tone: 'plain' | 'error'
  /** Id of a draft that was put aside and can be brought back. */
  undo?: string
}
