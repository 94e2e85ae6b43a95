// Builds the sandbox document: worker and frame as one inline script, whose hash is the only script its CSP allows.
import { createHash } from 'node:crypto'
import { build, type BuildOptions, type Plugin } from 'esbuild'

export interface SandboxDocument {
  html: string
  /** `sha256-…` of the inline script, for {@link https://www.w3.org/TR/CSP3/#match-element-to-source-list script-src}. */
  scriptHash: string
}

/** Text put behind the frame's and the worker's own code. Only the attack tests use it: it plays an escape. */
export interface Escape {
  frame?: string
  worker?: string
}

const options: BuildOptions & { write: false } = {
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  target: 'es2024',
  minify: true,
  legalComments: 'none',
  // wasmoon's glue asks for these under Node only.
  external: ['url', 'module'],
}

export async function bundleSandbox(escape: Escape = {}): Promise<SandboxDocument> {
  const worker = (await bundle('worker.ts')) + (escape.worker ?? '')
  const frame = (await bundle('frame.ts', [provideWorkerText(worker)])) + (escape.frame ?? '')
  const script = escapeForScriptElement(frame)
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sandbox</title><script>${script}</script></html>\n`
  return { html, scriptHash: `sha256-${createHash('sha256').update(script).digest('base64')}` }
}

async function bundle(entry: string, plugins: Plugin[] = []): Promise<string> {
  const entryPoints = [new URL(entry, import.meta.url).pathname]
  const { outputFiles } = await build({ ...options, entryPoints, plugins })
  return outputFiles[0]!.text
}

function provideWorkerText(text: string): Plugin {
  return {
    name: 'worker-text',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^worker-text$/ }, () => ({ path: 'worker-text', namespace: 'worker-text' }))
      onLoad({ filter: /.*/, namespace: 'worker-text' }, () => ({
        contents: `export default ${JSON.stringify(text)}`,
        loader: 'js',
      }))
    },
  }
}

/**
 * Both sequences change how HTML reads a script element. A bundle has them inside strings and regular expressions only,
 * where the escaped forms mean the same:
 * https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export function escapeForScriptElement(script: string): string {
  return script.replaceAll(/<\/(?=script)/gi, '\\x3C/').replaceAll('<!--', '\\x3C!--')
}
