// Reads the tables of small scripts: files of Lua in which `--- name` begins a case and `--> ` shows what it prints.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'cases')

export interface SurfaceCase {
  /** File and name. */
  name: string
  script: string
  output: string
}

/** All cases of all files, in their order. */
export function readCases(): SurfaceCase[] {
  return readdirSync(FOLDER)
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split(/^--- /m)
        .slice(1)
        .map((text) => readCase(file, text)),
    )
}

function readCase(file: string, text: string): SurfaceCase {
  const [name = '', ...lines] = text.trimEnd().split('\n')
  const isOutput = (line: string) => line === '-->' || line.startsWith('--> ')
  return {
    name: `${file}: ${name}`,
    script: lines.filter((line) => !isOutput(line)).join('\n'),
    output: lines
      .filter(isOutput)
      .map((line) => `${line.slice('--> '.length)}\n`)
      .join(''),
  }
}
