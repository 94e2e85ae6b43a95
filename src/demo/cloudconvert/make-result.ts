// What a task makes of its input files: names, sizes and addresses. No file is really made.
import { type Value } from '../../contract/value.ts'
import { type Fields, type StoredTask } from './state.ts'

export interface MadeFile {
  filename: string
  size: number
}

type Outcome = { result: Fields } | { code: string; message: string }

/**
 * The result of a task, or why it fails.
 *
 * @param files those of its input tasks, in order
 * @param now milliseconds since 1970, for the end of addresses
 */
export function makeResult(task: StoredTask, files: readonly MadeFile[], now: number): Outcome {
  const { operation, payload } = task
  const [kind] = operation.split('/')
  if (operation === 'import/url' && hostOf(payload['url']).endsWith('.invalid')) {
    return { code: 'DOWNLOAD_FAILED', message: `Could not resolve host: ${hostOf(payload['url'])}` }
  }
  if (operation === 'export/google-drive') {
    return { code: 'EXPORT_FAILED', message: 'No Google Drive is connected to this account' }
  }
  if (kind === 'import') return { result: { files: [sized(importName(payload))] } }
  if (operation === 'export/url') return { result: { files: exportFiles(task, files, now) } }
  if (kind === 'export') return { result: { files: files.map(show) } }
  if (operation === 'metadata') return { result: { metadata: describe(files[0]!), files: files.map(show) } }
  return { result: { files: work(operation, payload, files) } }
}

/** The files that an operation other than imports and exports makes. */
function work(operation: string, payload: Fields, files: readonly MadeFile[]): Value[] {
  const format = text(payload['output_format'])
  const given = text(payload['filename'])
  if (operation === 'merge') return [sized(given || `merged.${format}`)]
  if (operation === 'archive') return [sized(given || `archive.${format}`)]
  if (operation === 'capture-website') return [sized(given || `${hostOf(payload['url'])}.${format}`)]
  return files.map(({ filename }) => sized(given || (format ? `${baseOf(filename)}.${format}` : filename)))
}

function exportFiles({ id, payload }: StoredTask, files: readonly MadeFile[], now: number): Value[] {
  const isArchive = payload['archive_multiple_files'] === true && files.length > 1
  const shown = isArchive ? [{ filename: 'archive.zip', size: files.reduce((sum, { size }) => sum + size, 0) }] : files
  const ends = Math.floor(now / 1000) + 24 * 3600
  return shown.map(({ filename, size }) => ({
    filename,
    size,
    url: `https://storage.cloudconvert.com/tasks/${id}/${encodeURIComponent(filename)}?Expires=${ends}&Signature=demo`,
  }))
}

function describe({ filename, size }: MadeFile): Fields {
  const ending = filename.split('.').at(-1)!
  return {
    FileName: filename,
    FileSize: `${Math.ceil(size / 1024)} kB`,
    FileType: ending.toUpperCase(),
    FileTypeExtension: ending,
    ...(ending === 'pdf' && { PDFVersion: 1.7, PageCount: 3 }),
  }
}

function importName(payload: Fields): string {
  const path = text(payload['url']) || text(payload['file']) || text(payload['key']) || text(payload['blob'])
  return text(payload['filename']) || path.split(/[?#]/)[0]!.split('/').filter(Boolean).at(-1) || 'file'
}

/** A made-up size that depends on nothing but the name. */
function sized(filename: string): Fields {
  const sum = Array.from(filename).reduce((total, char) => total + char.codePointAt(0)!, 0)
  return { filename, size: 20_000 + sum * 37 }
}

function show({ filename, size }: MadeFile): Value {
  return { filename, size }
}

function baseOf(filename: string): string {
  return filename.replace(/\.[^.]+$/, '')
}

function hostOf(url: Value | undefined): string {
  return /^https?:\/\/([^/:?#]+)/.exec(text(url))?.[1] ?? ''
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}
