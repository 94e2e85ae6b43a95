// The static site: Starlight for reference and guides, React for the playground and the accounts.
import react from '@astrojs/react'
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import { plainTokens } from './src/look/plain-tokens.ts'

const look = (name) => `./src/look/${name}.astro`

/** Where `/api` and the sandbox frame live while the development server serves the pages. */
const backend = process.env.KOSMO_API
// As an object: for a bare address Vite would replace the Host, which the server compares with the Origin.
const behind = ['/api', '/sandbox/frame.html', '^/s/[^/]*\\.lua$'].map((path) => [path, { target: backend }])
const proxy = backend ? Object.fromEntries(behind) : {}

/** In development, the page of a snippet is the playground; the built server says besides whether there is one. */
const snippetPages = {
  name: 'snippet-pages',
  configureServer({ httpServer }) {
    // Before every middleware: the first of Astro's refuses an address that ends without a slash.
    httpServer?.prependListener('request', (request) => {
      if (/^\/s\/[^/?]*(?<!\.lua)(\?|$)/.test(request.url)) request.url = '/playground/'
    })
  },
}

export default defineConfig({
  ...(process.env.PUBLIC_URL ? { site: process.env.PUBLIC_URL } : {}),
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'KosmoKrator Lua',
      description: 'The Lua API reference for KosmoKrator integrations, and a playground where every line of it runs.',
      favicon: '/favicon.svg',
      disable404Route: true,
      customCss: ['fonts', 'tokens', 'controls', 'starlight', 'toc', 'search', 'prose', 'code', 'example'].map(
        (name) => `./src/look/${name}.css`,
      ),
      // Code is coloured by Shiki through the tokens, so that both themes and every block agree.
      expressiveCode: false,
      markdown: { processedDirs: ['./content/docs', './content/integrations'] },
      components: {
        Footer: look('footer'),
        Header: look('header'),
        PageTitle: look('page-title'),
        Head: look('head'),
        Sidebar: look('sidebar'),
        ThemeProvider: look('theme-provider'),
        TwoColumnContent: look('two-columns'),
      },
      sidebar: [
        {
          label: 'Guides',
          items: [
            'start',
            'runtime',
            'host-calls',
            'values',
            'lua-test-suite',
            'kosmo',
            'errors',
            'accounts',
            'sharing',
            'hosting',
            'security',
            'decisions',
          ].map((page) => `docs/${page}`),
        },
      ],
    }),
    react(),
  ],
  markdown: { shikiConfig: { theme: 'css-variables', transformers: [plainTokens] } },
  vite: {
    // Only scripts that are inline by intent may be inline: the server allows exactly those (see server/http).
    build: { assetsInlineLimit: 0 },
    // `import { type X }` alone must leave nothing behind: kept as an import it would pull the server into the page.
    oxc: { typescript: { onlyRemoveTypeImports: false } },
    server: { proxy },
    plugins: [snippetPages],
  },
})
