// The built site as the server knows it: addresses, types, caching, compressed copies. Nothing else on disk is served.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type SiteFile } from '../make/index-site.ts'

export interface Found {
  kind: 'file'
  type: string
  /** Whether the address changes with the content. */
  hashed: boolean
  hash: string
  encodings: SiteFile['encodings']
  read(encoding: SiteFile['encodings'][number] | undefined): Promise<Buffer>
}

export interface Site {
  /** @param path of the address, still percent-encoded */
  find(path: string): Found | { kind: 'redirect'; to: string } | undefined
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}

/** Astro's assets, and names that hold a hash of their content: catalog and sandbox files. */
const HASHED = /^\/_astro\/|^\/(catalog|sandbox)\/[^/]*\.[0-9a-f]{8,64}\.[a-z]+$/

/** Reads the list that the build made of dist. */
export function openSite(root: string): Site {
  const list = join(root, 'build/site/index.json')
  if (!existsSync(list)) throw new Error('the site is not built; run npm run build')
  const files = new Map(Object.entries(JSON.parse(readFileSync(list, 'utf8')) as Record<string, SiteFile>))
  return {
    find(path) {
      const name = decodePath(path)
      if (name === undefined) return undefined
      const file = name.endsWith('/') ? `${name}index.html` : name
      const known = files.get(file)
      if (known) return describeFile(root, file, known)
      return files.has(`${file}/index.html`) ? { kind: 'redirect', to: `${path}/` } : undefined
    },
  }
}

function describeFile(root: string, file: string, { hash, encodings }: SiteFile): Found {
  return {
    kind: 'file',
    type: TYPES[extname(file)] ?? 'application/octet-stream',
    hashed: HASHED.test(file),
    hash,
    encodings,
    read: (encoding) => readFile(encoding ? join(root, 'build/site', `${hash}.${encoding}`) : join(root, 'dist', file)),
  }
}

/** Undefined for what is no percent-encoded UTF-8. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** In development: the files of public as they are now; Astro's own server has the pages. */
export function openFolder(root: string): Site {
  return {
    find(path) {
      const name = decodePath(path)
      const file = name === undefined ? undefined : join(root, 'public', name)
      if (!file?.startsWith(join(root, 'public', '/')) || !existsSync(file) || !statSync(file).isFile())
        return undefined
      const content = readFileSync(file)
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
      const type = TYPES[extname(file)] ?? 'application/octet-stream'
      return { kind: 'file', type, hashed: false, hash, encodings: [], read: () => Promise.resolve(content) }
    },
  }
}
