// Loads the integrations collection: definition, guide and examples of every folder in content/integrations.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Loader } from 'astro/loaders'
import { loadCatalog, ROOT } from '../catalog/load.ts'
import { type Example, parseExample } from './examples.ts'
import { nestHeadings } from './guide.ts'

/** The folder of an integration. */
const folderOf = (slug: string): string => join(ROOT, 'content/integrations', slug)

/** The examples of one integration, in the order of their files. */
export function readExamples(slug: string): Example[] {
  const folder = join(folderOf(slug), 'examples')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.lua'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.lua'.length)
      const recording = join(folder, `${name}.json`)
      return parseExample(
        name,
        readFileSync(join(folder, file), 'utf8'),
        existsSync(recording) ? readFileSync(recording, 'utf8') : null,
      )
    })
}

/** A bad definition stops the build with its file and key; see src/catalog. */
export function integrationsLoader(): Loader {
  return {
    name: 'integrations',
    async load(context) {
      const reload = (): Promise<void> => fillStore(context)
      await reload()
      context.watcher?.add(join(ROOT, 'content/integrations'))
      context.watcher?.on('change', (path) => {
        if (path.includes('/content/integrations/')) {
          reload().catch((error: unknown) => {
            context.logger.error(String(error))
          })
        }
      })
    },
  }
}

async function fillStore({ store, parseData, renderMarkdown }: Parameters<Loader['load']>[0]): Promise<void> {
  const catalog = loadCatalog()
  store.clear()
  for (const { slug, demo } of catalog.index.integrations) {
    const file = join(folderOf(slug), 'guide.md')
    const guide = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const data = await parseData({
      id: slug,
      data: { definition: catalog.integrations[slug], demo, guide, examples: readExamples(slug) },
    })
    const rendered = await renderMarkdown(nestHeadings(guide), { fileURL: pathToFileURL(file) })
    store.set({ id: slug, data, body: guide, rendered })
  }
}
