// One program that means harm, as data.

export interface HostileProgram {
  name: string
  script: string
  /** The code of a limit, `well`, or a part of Lua's own error text. */
  end: string
}

export const program = (name: string, end: string, script: string): HostileProgram => ({ name, script, end })
