// Runs an example where it stands, on Demo. The sandbox and Lua are loaded by the first Run, never by the page.
import type { RunHandle } from '../run/runner.ts'
import { markSiteScript } from '../run/site-script.ts'
import { ExampleView } from './example-view.ts'

class RunExample extends HTMLElement {
  #view = new ExampleView(this)
  #handle: RunHandle | undefined
  #starting = false
  /** Stop was pressed before there was a run to stop. */
  #unwanted = false

  connectedCallback(): void {
    this.#markEdit()
    const { button } = this.#view
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => {
      if (this.#handle) this.#handle.stop()
      else if (this.#starting) this.#unwanted = true
      else void this.#run()
    })
    // What a first run needs can be fetched while the pointer travels.
    button.addEventListener('pointerenter', () => void warmUp(), { once: true })
  }

  /** Tells the playground that its script is one of this site's: a link from elsewhere cannot write here. */
  #markEdit(): void {
    const edit = this.querySelector<HTMLAnchorElement>('a[href^="/playground/#"]')
    edit?.addEventListener('click', () => {
      try {
        markSiteScript(sessionStorage, edit.hash)
      } catch {
        // Without storage the script opens as one from a link, which costs one click more.
      }
    })
  }

  async #run(): Promise<void> {
    const view = this.#view
    this.#starting = true
    this.#unwanted = false
    view.begin()
    try {
      const { startDemo } = await import('./demo-runner.ts')
      this.#handle = startDemo(view.source, (event) => {
        if (event.type === 'output') view.print(event.text)
        else if (event.type === 'started') view.restartClock()
        else if (event.type === 'call') view.countCall(event.record.number)
      })
      if (this.#unwanted) this.#handle.stop()
      view.end(await this.#handle.finished)
    } catch {
      view.fail('The runner could not be loaded. Check the connection, then reload the page.')
    } finally {
      this.#handle = undefined
      this.#starting = false
    }
  }
}

async function warmUp(): Promise<void> {
  try {
    const runner = await import('./demo-runner.ts')
    runner.warmUp()
  } catch {
    // The failure shows when the example is run.
  }
}

customElements.define('run-example', RunExample)
