// The licences of the packages that went into a bundle, as one text: most ask to be kept with every copy.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildFailure } from './run.ts'

const LICENSE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/** @param packages folders of packages */
export function gatherLicenses(packages: string[]): string {
  return [...packages.map(describePackage), LUA].join('\n')
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

/** Lua itself, compiled into wasmoon's WebAssembly file: https://www.lua.org/license.html */
const LUA = `Lua 5.4 (MIT)

Copyright (C) 1994-2025 Lua.org, PUC-Rio.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`
