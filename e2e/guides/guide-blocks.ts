// The Lua blocks of a guide, each with the output that stands below it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../src/catalog/load.ts'

/** Guides all of whose Lua blocks have their output below them. */
export const GUIDES = ['values', 'host-calls'] as const

export interface GuideBlock {
  guide: string
  source: string
  output: string
}

export function readGuide(guide: string): string {
  return readFileSync(join(ROOT, 'content/docs/docs', `${guide}.md`), 'utf8')
}

export function readBlocks(guide: string): GuideBlock[] {
  const blocks = readGuide(guide).matchAll(/```lua\n(.*?)```\n(?:\n```text\n(.*?)```\n)?/gs)
  return Array.from(blocks, ([, source, output]) => ({ guide, source: source!, output: output ?? '' }))
}
