// Programs that call the host from every place in Lua, kept as data: what each prints and returns.
import { readdirSync, readFileSync } from 'node:fs'

export interface Program {
  name: string
  /** Ready to run in the product, with `ask`, `broken`, `say` and `bare` in its first line. */
  source: string
  /** The same for Debian's lua5.4, where `ask` and `broken` are plain functions that wait for nobody. */
  native: string
  /** What it printed, then the text that it returned. */
  expected: string
}

const FOLDER = new URL('programs/', import.meta.url)

// `say` joins values to a text; `bare` leaves out where an error arose, for Lua says that of its own functions only.
const COMMON =
  "function say(...) local t = table.pack(...) for i = 1, t.n do t[i] = tostring(t[i]) end return table.concat(t, ' ') end " +
  "function bare(ok, e) return say(ok, (tostring(e):gsub('^main.lua:%d+: ', ''))) end "
export const HEAD =
  'local probe = app.integrations.probe ' +
  `function ask() return probe.value() end function broken() return probe.fail() end ${COMMON}`
const NATIVE_HEAD = `function ask() return 'R' end function broken() error({ code = 'not_found' }, 0) end ${COMMON}`

/** Reads the files: a line `--- name`, the script, then a line `--> ` for each line of what comes out. */
export function readPrograms(): Program[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => {
      const [, ...parts] = readFileSync(new URL(file, FOLDER), 'utf8').split(/^--- /m)
      return parts.map((part) => readProgram(file.replace('.lua', ''), part))
    })
}

function readProgram(group: string, part: string): Program {
  const [, title, script, lines] = /^(.*)\n([^]*?)\n((?:-->.*\n)+)\s*$/.exec(part)!
  const expected = lines!.trimEnd().replaceAll(/^--> ?/gm, '')
  return { name: `${group}: ${title}`, source: HEAD + script, native: NATIVE_HEAD + script, expected }
}
