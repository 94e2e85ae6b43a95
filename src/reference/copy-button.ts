// Copies a text to the clipboard and says so for a moment: a given one, that of an element, or a file of the site.

const SHOWN_MS = 1600

class CopyButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy())
  }

  async #copy(): Promise<void> {
    const { text, target, source } = this.dataset
    const element = target ? this.closest('figure')?.querySelector(target) : null
    const status = this.querySelector('[role=status]')
    try {
      if (source) await copyFile(source)
      else await navigator.clipboard.writeText(text ?? element?.textContent ?? '')
      this.dataset['copied'] = ''
      if (status) status.textContent = 'Copied'
    } catch {
      if (status) status.textContent = 'Nothing was copied'
    }
    setTimeout(() => {
      delete this.dataset['copied']
      if (status) status.textContent = ''
    }, SHOWN_MS)
  }
}

/** The permission to copy lasts for the click alone, so the clipboard gets a promise of the text. */
async function copyFile(url: string): Promise<void> {
  const blob = readFile(url).then((text) => new Blob([text], { type: 'text/plain' }))
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
}

async function readFile(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be loaded`)
  return response.text()
}

customElements.define('copy-button', CopyButton)
