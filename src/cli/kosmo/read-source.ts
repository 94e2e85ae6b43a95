// Where a script comes from: a file, --eval or standard input.
import { describeFileError, trimScript } from '../script-text.ts'
import { type Io, UsageError } from './io.ts'

/** @param files the arguments that are no options */
export async function readSource(io: Io, code: string | undefined, files: string[]): Promise<string | Uint8Array> {
  if (files.length > 1) throw new UsageError(`One file at a time: ${files.join(', ')}.`)
  const [file] = files
  if (code !== undefined && file !== undefined) throw new UsageError('Give either a file or --eval, not both.')
  if (code !== undefined) return requireCode(code, '--eval holds none.')
  if (file !== undefined && file !== '-') return trimScript(await readFile(io, file))
  const input = await io.readInput()
  return trimScript(requireCode(input ?? new Uint8Array(), 'name a file, use --eval, or send it to standard input.'))
}

/** Nothing where a script was meant is a mistake of the line that was typed, not a script that does nothing. */
function requireCode<Code extends string | Uint8Array>(code: Code, help: string): Code {
  if (!code.length) throw new UsageError(`There is no script: ${help}`)
  return code
}

async function readFile(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await io.readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${describeFileError(error)}.`)
  }
}
