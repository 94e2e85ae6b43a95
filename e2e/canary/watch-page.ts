// Everything that a page shows, keeps, says or is told, as one text to be searched.
import { type Page, type Response } from '@playwright/test'

export interface WatchedPage {
  /** Writes down what the page holds now. */
  note(where: string): Promise<void>
  /** All that was noted, and all that came meanwhile over network and console. */
  all(): Promise<string>
}

/** Watches from now on. What the build made (scripts, styles, WebAssembly) is left out: it is older than any secret. */
export function watchPage(page: Page): WatchedPage {
  const seen: string[] = []
  const replies: Promise<string>[] = []
  page.on('response', (response) => {
    if (!/\/_astro\/|\.wasm$/.test(response.url())) replies.push(readReply(response))
  })
  page.on('console', (message) => {
    const spoken = message.args().map((argument) => argument.jsonValue().then(JSON.stringify, () => ''))
    replies.push(Promise.all([message.text(), ...spoken]).then((texts) => texts.join(' ')))
  })
  page.on('pageerror', (error) => void seen.push(String(error.stack)))
  return {
    async note(where) {
      seen.push(where, page.url(), await page.content(), JSON.stringify(await page.evaluate(readPage)))
      seen.push(JSON.stringify(await page.context().storageState({ indexedDB: true })))
    },
    async all() {
      return [...seen, ...(await Promise.all(replies))].join('\n')
    },
  }
}

async function readReply(response: Response): Promise<string> {
  // A redirect has no body, and a page that was left may have taken its bodies with it.
  const body = await response.text().catch(() => '')
  return [response.url(), JSON.stringify(await response.allHeaders().catch(() => ({}))), body].join('\n')
}

function readPage() {
  const fields = Array.from(document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'))
  return {
    text: document.body.innerText,
    fields: fields.map(({ value }) => value),
    local: { ...localStorage },
    session: { ...sessionStorage },
    history: JSON.stringify(history.state),
  }
}
