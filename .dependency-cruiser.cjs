// Who may import whom (docs: content/docs/contribute). A folder may import itself, the contract, and what is listed.
const allowed = {
  'src/contract': [],
  'src/catalog': ['src/vendor', 'src/demo'],
  'src/vendor': [],
  'src/demo': [],
  'src/lua': [],
  'src/intelligence': [],
  'src/sandbox': ['src/lua'],
  'src/run': ['src/sandbox', 'src/vendor', 'src/demo', 'src/intelligence', 'server/api/router.ts'],
  'src/look': [],
  'src/playground': ['src/run', 'src/intelligence', 'src/look'],
  'src/accounts': ['src/run', 'src/look'],
  'src/reference': ['src/run', 'src/intelligence', 'src/catalog', 'src/vendor', 'src/look'],
  'src/pages': [
    'src/reference',
    'src/playground',
    'src/accounts',
    'src/catalog',
    'src/look',
    'src/sandbox/assets.generated.ts',
  ],
  'src/cli': [
    'src/lua',
    'src/vendor',
    'src/demo',
    'src/intelligence',
    'src/run',
    'src/sandbox',
    'server/api/router.ts',
  ],
  'server/vault': [],
  'server/egress': [],
  'server/policy': [],
}

const folderRules = Object.entries(allowed).map(([folder, others]) => ({
  name: `${folder.replaceAll('/', '-')}-imports`,
  comment: `${folder} may import the contract${others.length ? ', ' + others.join(', ') : ''} and itself`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: '\\.(test|spec)\\.tsx?$' },
  to: {
    path: '^(src|server|e2e)/',
    pathNot: [folder, 'src/contract', ...others].map((name) => (name.endsWith('.ts') ? `^${name}$` : `^${name}/`)),
  },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...folderRules,
    {
      name: 'browser-takes-only-the-router-type',
      comment: 'Browser and cli take from the server one type: the tRPC router',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/', pathNot: '^server/api/router\\.ts$' },
    },
    {
      name: 'server-imports',
      comment: 'The server takes from src the contract, vendor, intelligence, and lua for syntax checks',
      severity: 'error',
      from: { path: '^server/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(contract|vendor|intelligence|lua)/' },
    },
    {
      name: 'vault-knows-crypto-only',
      severity: 'error',
      from: { path: '^server/vault/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^server/vault/', '^src/contract/', '^(node:)?crypto$'] },
    },
    {
      name: 'pure-parts-know-no-node',
      severity: 'error',
      from: {
        path: '^src/(contract|vendor|demo|lua|intelligence|run|playground|sandbox)/',
        pathNot: '(\\.test\\.tsx?|/(build|bundle)\\.ts)$',
      },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|\\.astro)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.astro'] },
  },
}
