// `npm run lua -- FILE…`: runs Lua files in the runtime, without integrations, and prints what they print.
import { readFile } from 'node:fs/promises'
import { callError } from '../contract/errors.ts'
import { type Host } from '../contract/host.ts'
import { createInputs } from '../lua/gather.ts'
import { loadRuntime } from '../lua/runtime.ts'
import { loadWasm } from './load-wasm.ts'

const host: Host = (operation) =>
  Promise.resolve({ ok: false, error: callError('offline', `${operation} has no host on the command line`) })

const files = process.argv.slice(2)
if (!files.length) {
  process.stderr.write('usage: npm run lua -- FILE…\n')
  process.exit(2)
}
const runtime = await loadRuntime(await loadWasm())
for (const file of files) {
  const source = await readSource(file)
  if (source === undefined) continue
  const result = await runtime.run(createInputs(source), host, (text) => process.stdout.write(text))
  if (result.ok) continue
  const trace = result.problem.traceback.map((frame) => `\n  ${frame.text}`).join('')
  process.stderr.write(`${result.problem.message}${trace}\n`)
  process.exitCode = 1
  if (runtime.dead) break
}

/** The bytes of a file, which need not be UTF-8. Says on a line of its own why a file gives no source. */
async function readSource(path: string): Promise<Uint8Array | undefined> {
  try {
    return hideFirstLine(await readFile(path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code
    process.stderr.write(`${path} cannot be read: ${reason}.\n`)
    process.exitCode = 1
    return undefined
  }
}

/** Makes a comment of a first line that begins with `#`, as Lua does, so that the numbers of all lines stay. */
function hideFirstLine(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0x23 ? Buffer.concat([Buffer.from('--'), bytes]) : bytes
}
