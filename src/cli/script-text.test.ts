import { expect, test } from 'vitest'
import { trimScript } from './script-text.ts'

test.each<[string, string | number[], string | number[]]>([
  ['Lua', 'return 1', 'return 1'],
  ['nothing', '', ''],
  ['a first line for the shell', '#!/usr/bin/env lua\nreturn 1', '--#!/usr/bin/env lua\nreturn 1'],
  ['the mark of UTF-8', '\ufeffreturn 1', 'return 1'],
  ['both', '\ufeff#!x\nreturn 1', '--#!x\nreturn 1'],
  ['a part of the mark', [0xef, 0xbb], [0xef, 0xbb]],
  ['bytes that are no UTF-8', [0x2d, 0x2d, 0xff, 0x00], [0x2d, 0x2d, 0xff, 0x00]],
])('%s', (_name, given, expected) => {
  expect([...trimScript(Buffer.from(given))]).toEqual([...Buffer.from(expected)])
})
