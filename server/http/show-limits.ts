// Pages that say the limits in force: the site as it was built, with the figures of this server's settings put in.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { formatLimit, LIMIT_UNITS } from '../../src/contract/format-limit.ts'
import { writeLimits } from '../../src/contract/limit-settings.ts'
import { findSetting, LIMIT_NAMES, type Limits } from '../../src/contract/limits.ts'
import { type Found, type Site } from './site.ts'

type Encoding = Found['encodings'][number]

const compressors: Record<Encoding, (content: Buffer) => Promise<Buffer>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: promisify(gzip),
}

/** The site itself where every limit is the usual one. */
export function showLimits(site: Site, limits: Limits): Site {
  const changes = writeLimits(limits)
  if (!changes) return site
  const tag = createHash('sha256').update(changes).digest('hex').slice(0, 8)
  const kept = new Map<string, Promise<Buffer>>()

  /** Each file is changed and compressed once, when somebody first asks for it. */
  function keep(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const made = kept.get(key) ?? make()
    kept.set(key, made)
    return made
  }

  function show(found: Found): Found {
    const isPage = found.type.startsWith('text/html')
    if (!isPage && !/^text\/(markdown|plain)/.test(found.type)) return found
    const change = isPage ? changePage : changeText
    const plain = () =>
      keep(found.hash, async () => Buffer.from(change((await found.read(undefined)).toString(), limits)))
    return {
      ...found,
      hash: `${found.hash}-${tag}`,
      read: (encoding) =>
        encoding ? keep(`${found.hash} ${encoding}`, async () => compressors[encoding](await plain())) : plain(),
    }
  }

  return {
    find(path) {
      const found = site.find(path)
      return found?.kind === 'file' ? show(found) : found
    },
  }
}

/** The scripts of a page read the limits in its head; its table of limits has a cell for each. */
function changePage(html: string, limits: Limits): string {
  return html
    .replace('</head>', `<meta name="limits" content="${writeLimits(limits)}"></head>`)
    .replace(/(<td data-limit="([A-Z_]+)">)[^<]*/g, (whole, cell: string, setting: string) =>
      changeFigure(whole, cell, setting, limits),
    )
}

/** In Markdown a limit is a line that ends with its setting. */
function changeText(text: string, limits: Limits): string {
  return text.replace(/^(- .*: )[\w, ]+ (\(`([A-Z_]+)`\))$/gm, (whole, label: string, end: string, setting: string) => {
    const changed = changeFigure(whole, label, setting, limits)
    return changed === whole ? whole : `${changed} ${end}`
  })
}

function changeFigure(whole: string, before: string, setting: string, limits: Limits): string {
  const name = LIMIT_NAMES.find((candidate) => findSetting(candidate)?.name === setting)
  return name ? before + formatLimit(limits[name], LIMIT_UNITS[name]) : whole
}
