// Programs that call the host from every place in Lua, kept as data: what each prints and returns.
import { readdirSync, readFileSync } from 'node:fs'

export interface Program {
  /** The file that it stands in, and its own name. */
  group: string
  name: string
  script: string
  /** What it printed, then the text that it returned. */
  expected: string
}

const FOLDER = new URL('programs/', import.meta.url)

// `say` joins values to a text; `bare` leaves out where an error arose, for Lua says that of its own functions only.
const COMMON =
  "function say(...) local t = table.pack(...) for i = 1, t.n do t[i] = tostring(t[i]) end return table.concat(t, ' ') end " +
  "function bare(ok, e) return say(ok, (tostring(e):gsub('^main.lua:%d+: ', ''))) end "

/** What goes before a script, in its first line: here for the product, on the sample index. */
export const HEAD =
  'local probe = app.integrations.probe ' +
  `function ask() return probe.value() end function broken() return probe.fail() end ${COMMON}`

/** The same for Debian's lua5.4, where a call is a function that waits. */
export const NATIVE_HEAD = `function ask() return 'R' end function broken() error({ code = 'not_found' }, 0) end ${COMMON}`

/** Reads the files: a line `--- name`, the script, then a line `--> ` for each line of what comes out. */
export function readPrograms(): Program[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) => readParts(new URL(file, FOLDER)).map((part) => readProgram(file.replace('.lua', ''), part)))
}

/** Scripts that nothing is said of but that they come to the same wherever they run. */
export function readScripts(): string[] {
  return readParts(new URL('scripts.lua', import.meta.url)).map((part) => part.slice(part.indexOf('\n') + 1))
}

function readParts(file: URL): string[] {
  return readFileSync(file, 'utf8').split(/^--- /m).slice(1)
}

function readProgram(group: string, part: string): Program {
  const [, name, script, lines] = /^(.*)\n([^]*?)\n((?:-->.*\n)+)\s*$/.exec(part)!
  return { group, name: name!, script: script!, expected: lines!.trimEnd().replaceAll(/^--> ?/gm, '') }
}

/** One script that runs many programs in turn, and returns what each printed and returned. */
export function joinPrograms(programs: Program[], head: string): string {
  const sources = programs.map(({ script }) => `[=====[${script}]=====],`).join('\n')
  return `${head}
    local out
    function print(...)
      local t = table.pack(...)
      for i = 1, t.n do t[i] = tostring(t[i]) end
      out = out .. table.concat(t, '\\t') .. '\\n'
    end
    local ends = {}
    for i, source in ipairs{ ${sources} } do
      out = ''
      ends[i] = load(source, '=main.lua')
      local _, result = pcall(ends[i])
      ends[i] = out .. tostring(result)
    end
    return table.unpack(ends)`
}
