// Copies a text to the clipboard and says so for a moment.

const SHOWN_MS = 1600

class CopyButton extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => void this.#copy())
  }

  async #copy(): Promise<void> {
    const { text, target } = this.dataset
    const scope = target?.startsWith('#') ? document : this.closest('figure')
    const source = target ? scope?.querySelector(target) : null
    const status = this.querySelector('[role=status]')
    try {
      await navigator.clipboard.writeText(text ?? source?.textContent ?? '')
      this.dataset['copied'] = ''
      if (status) status.textContent = 'Copied'
    } catch {
      if (status) status.textContent = 'The browser did not allow copying'
    }
    setTimeout(() => {
      delete this.dataset['copied']
      if (status) status.textContent = ''
    }, SHOWN_MS)
  }
}

customElements.define('copy-button', CopyButton)
