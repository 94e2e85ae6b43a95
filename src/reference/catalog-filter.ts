// Filters the list of integrations as the reader types; the choice stays in the address, so that it can be shared.
import { type CatalogFilter as Choice, matchesFilter, readFilter } from './catalog-match.ts'
import { countOf } from './wording.ts'

class CatalogFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!
    form.hidden = false
    const wanted = readFilter(new URLSearchParams(location.search))
    for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      control.value = wanted[control.name as keyof Choice]
      // A choice that the list does not offer filters nothing.
      if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = ''
    }
    form.addEventListener('reset', () => {
      // The controls are empty only once the event is over.
      setTimeout(() => {
        this.#apply(form)
        this.#remember(form)
      })
    })
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
    let [shown, functions] = [0, 0]
    for (const item of this.querySelectorAll<HTMLElement>('li')) {
      const { text = '', category = '', effects = '', auth = '', demo, functions: count } = item.dataset
      item.hidden = !matchesFilter(
        { text, category, effects: effects.split(' '), auth, demo: demo !== undefined },
        values,
      )
      if (item.hidden) continue
      shown += 1
      functions += Number(count)
    }
    this.querySelector('.count')!.textContent = `${countOf(shown, 'integration')} · ${countOf(functions, 'function')}`
    this.querySelector<HTMLElement>('.none')!.hidden = shown > 0
  }

  #remember(form: HTMLFormElement): void {
    const chosen = Object.entries(readForm(form)).filter(([, value]) => value)
    const query = new URLSearchParams(chosen).toString()
    history.replaceState(null, '', query ? `?${query}` : location.pathname)
  }
}

function readForm(form: HTMLFormElement): Choice {
  const texts = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  return readFilter(new URLSearchParams(texts))
}

customElements.define('catalog-filter', CatalogFilter)
