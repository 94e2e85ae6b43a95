// The operations that the fake knows: which fields they need, what they cost, and which program does the work.
// https://cloudconvert.com/docs/import-export/import-files, /export-files, and the pages of the operations

export interface Operation {
  required: readonly string[]
  /** Credits for each task. */
  cost: number
  /** Name and version of the program; none for imports and exports. */
  engine?: readonly [name: string, version: string]
}

const s3 = ['bucket', 'region', 'access_key_id', 'secret_access_key']
const azure = ['storage_account', 'container']
const google = ['project_id', 'bucket', 'client_email', 'private_key']
const openstack = ['auth_url', 'username', 'password', 'region', 'container']
const sftp = ['host', 'username']

const imports: Record<string, readonly string[]> = {
  'import/url': ['url'],
  'import/upload': [],
  'import/base64': ['file', 'filename'],
  'import/raw': ['file', 'filename'],
  'import/s3': s3,
  'import/azure/blob': azure,
  'import/google-cloud-storage': google,
  'import/openstack': openstack,
  'import/sftp': sftp,
}

const exports: Record<string, readonly string[]> = {
  'export/url': [],
  'export/s3': s3,
  'export/azure/blob': azure,
  'export/google-cloud-storage': google,
  'export/openstack': openstack,
  'export/sftp': sftp,
  'export/upload': ['url'],
  // Not in the vendor's reference. It is taken here and then fails, as no account of the demo has a drive.
  'export/google-drive': [],
}

const works: Record<string, Operation> = {
  convert: { required: ['input', 'output_format'], cost: 1, engine: ['office', '2.1'] },
  optimize: { required: ['input'], cost: 1, engine: ['3heights', '6.27'] },
  watermark: { required: ['input'], cost: 1, engine: ['poppler', '0.71'] },
  thumbnail: { required: ['input', 'output_format'], cost: 1, engine: ['imagemagick', '7.1.0'] },
  merge: { required: ['input', 'output_format'], cost: 1, engine: ['poppler', '0.71'] },
  archive: { required: ['input', 'output_format'], cost: 1, engine: ['archivetool', '1.0'] },
  'archive/extract': { required: ['input'], cost: 1, engine: ['archivetool', '1.0'] },
  'capture-website': { required: ['url', 'output_format'], cost: 1, engine: ['chrome', '120'] },
  metadata: { required: ['input'], cost: 0, engine: ['exiftool', '12.07'] },
  'metadata/write': { required: ['input', 'metadata'], cost: 1, engine: ['exiftool', '12.07'] },
  command: { required: ['input', 'engine', 'command', 'arguments'], cost: 1, engine: ['ffmpeg', '6.1'] },
  ...Object.fromEntries(
    ['a', 'x', 'ocr', 'encrypt', 'decrypt', 'split-pages', 'extract-pages', 'rotate-pages'].map(
      (name): [string, Operation] => [`pdf/${name}`, { required: ['input'], cost: 1, engine: ['qpdf', '11.9'] }],
    ),
  ),
}

const all = new Map<string, Operation>([
  ...Object.entries(works),
  ...Object.entries(imports).map(([name, required]): [string, Operation] => [name, { required, cost: 0 }]),
  ...Object.entries(exports).map(([name, required]): [string, Operation] => [
    name,
    { required: ['input', ...required], cost: 0 },
  ]),
])

export function findOperation(name: string): Operation | undefined {
  return all.get(name)
}
