// Filters the list of integrations as the reader types; the choice stays in the address, so that it can be shared.
import { matchesFilter } from './catalog-match.ts'

class CatalogFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!
    form.hidden = false
    const wanted = new URLSearchParams(location.search)
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      control.value = wanted.get(control.name) ?? ''
    }
    form.addEventListener('input', () => {
      this.#apply(form)
      this.#remember(form)
    })
    form.addEventListener('submit', (event) => {
      event.preventDefault()
    })
    this.#apply(form)
  }

  #apply(form: HTMLFormElement): void {
    const values = readForm(form)
    let shown = 0
    for (const item of this.querySelectorAll<HTMLElement>('li')) {
      const { text = '', category = '', effects = '' } = item.dataset
      item.hidden = !matchesFilter({ text, category, effects: effects.split(' ') }, values)
      if (!item.hidden) shown += 1
    }
    this.querySelector('.count')!.textContent = `${shown.toString()} integration${shown === 1 ? '' : 's'}`
    this.querySelector<HTMLElement>('.none')!.hidden = shown > 0
  }

  #remember(form: HTMLFormElement): void {
    const chosen = Object.entries(readForm(form)).filter(([, value]) => value)
    const query = new URLSearchParams(chosen).toString()
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
  }
}

function readForm(form: HTMLFormElement): { q: string; category: string; effect: string } {
  const data = new FormData(form)
  const read = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { q: read('q'), category: read('category'), effect: read('effect') }
}

customElements.define('catalog-filter', CatalogFilter)
