// Where a script comes from: a file, --eval or standard input.
import { describeFileError, trimScript } from '../script-text.ts'
import { type Io, UsageError } from './io.ts'

/** @param files the arguments that are no options */
export async function readSource(io: Io, code: string | undefined, files: string[]): Promise<string | Uint8Array> {
  if (files.length > 1) throw new UsageError(`One file at a time: ${files.join(', ')}.`)
  const [file] = files
  if (code !== undefined && file !== undefined) throw new UsageError('Give either a file or --eval, not both.')
  if (code !== undefined) return code
  if (file !== undefined && file !== '-') return trimScript(await readFile(io, file))
  const input = await io.readInput()
  if (input === null) throw new UsageError('There is no script: name a file, use --eval, or send it to standard input.')
  return trimScript(input)
}

async function readFile(io: Io, file: string): Promise<Uint8Array> {
  try {
    return await io.readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${describeFileError(error)}.`)
  }
}
