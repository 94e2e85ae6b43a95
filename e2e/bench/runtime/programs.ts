// The Lua programs of the benchmark: one text for native Lua and for the product.
import { readFile } from 'node:fs/promises'

export interface Program {
  name: string
  /** Files of `programs/` that make the text, in order; the last returns a function of a size. */
  files: string[]
  /** Size at which native Lua computes for some 50 to 150 ms. */
  size: number
}

/** The five whose geometric mean counts. */
export const COMPUTE: Program[] = [
  { name: 'fib', files: ['fib'], size: 31 },
  { name: 'sort', files: ['sort'], size: 100_000 },
  { name: 'tables', files: ['tables'], size: 200_000 },
  { name: 'strings', files: ['strings'], size: 50_000 },
  { name: 'json', files: ['json-codec', 'json'], size: 2_000 },
]

/** What leaves Lua's functions by a long jump, which WebAssembly does not have. */
export const UNWIND: Program[] = [
  { name: 'errors', files: ['errors'], size: 200_000 },
  { name: 'yields', files: ['yields'], size: 300_000 },
]

/** The work of `json` by the product's own codec, for comparison with the codec in plain Lua. */
export const OWN_JSON: Program = { name: 'own json', files: ['json'], size: 2_000 }

/** A script that does the work once and prints its result, then the seconds by `os.clock`, each on a line. */
export async function writeProgram({ files, size }: Program): Promise<string> {
  const texts = await Promise.all(
    files.map((file) => readFile(new URL(`programs/${file}.lua`, import.meta.url), 'utf8')),
  )
  return `local work = (function()
${texts.join('\n')}end)()
local began = os.clock()
local result = work(${size})
local seconds = os.clock() - began
print(result)
print(seconds)
`
}

/** What a program printed. */
export interface Measured {
  result: string
  ms: number
}

/** @throws Error when it did not come to its end */
export function readMeasured(output: string): Measured {
  const [result, seconds] = output.split('\n')
  // A browser's clock may stand still for so short a time: zero is a number too.
  if (!result || !seconds || Number.isNaN(Number(seconds)))
    throw new Error(`the program printed: ${output.slice(0, 500)}`)
  return { result, ms: Number(seconds) * 1000 }
}
