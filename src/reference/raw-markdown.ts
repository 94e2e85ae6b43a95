// Loads the Markdown of the page when the reader opens it: most never do, and it is as long as the page.

class RawMarkdown extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details')!
    details.hidden = false
    details.addEventListener('toggle', () => void this.#load(details))
  }

  async #load(details: HTMLDetailsElement): Promise<void> {
    const text = details.querySelector('pre')!
    if (!details.open || text.dataset['loaded'] !== undefined) return
    const response = await fetch(this.dataset['source']!).catch(() => null)
    if (response?.ok) {
      text.textContent = await response.text()
      text.dataset['loaded'] = ''
    } else text.textContent = 'It could not be loaded. Close and open it to try again, or follow the link above.'
  }
}

customElements.define('raw-markdown', RawMarkdown)
