// The licences of the packages that went into a bundle, as one text: most ask to be kept with every copy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildFailure } from './run.ts'

const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** @param packages their folders, below `root` */
export function gatherLicenses(root: string, packages: string[]): string {
  return [...packages.map((path) => describePackage(join(root, path))), describeLua(root)].join('\n')
}

function describePackage(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    [key in 'name' | 'version' | 'license']: string
  }
  const files = readdirSync(folder).filter((file) => LICENSE_FILE.test(file))
  if (!files.length) throw new BuildFailure(`${name} has no licence file, so it cannot be packed.`)
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version} (${license})`, '', ...texts, '', '-'.repeat(80), ''].join('\n')
}

/** Lua itself, compiled into wasmoon's WebAssembly file, has the licence of this project under its own name. */
function describeLua(root: string): string {
  const terms = readFileSync(join(root, 'LICENSE'), 'utf8').replace(
    /^Copyright.*$/m,
    'Copyright (C) 1994-2025 Lua.org, PUC-Rio.',
  )
  return `Lua 5.4 (MIT)\n\n${terms}`
}
