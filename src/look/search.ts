// The search dialog: asks Pagefind as the reader types, lists pages and the functions in them, works by arrow keys.
import { showExcerpt } from './search-excerpt.ts'
import { findHits, type Hit } from './search-index.ts'

const APPLE = /Mac|iPhone|iPad/.test(navigator.platform)

class SiteSearch extends HTMLElement {
  #dialog = this.querySelector('dialog')!
  #input = this.querySelector('input')!
  #state = this.querySelector<HTMLElement>('.state')!
  #list = this.querySelector<HTMLElement>('[role=listbox]')!
  #selected = -1
  #asked = 0

  connectedCallback(): void {
    if (!APPLE) this.querySelector('kbd')!.textContent = 'Ctrl K'
    this.querySelector('.open')?.addEventListener('click', () => {
      this.#open()
    })
    addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      if (this.#dialog.open) this.#dialog.close()
      else this.#open()
    })
    this.#dialog.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a')
      if (event.target === this.#dialog || link) this.#dialog.close()
    })
    this.#input.addEventListener('input', () => void this.#search())
    this.#input.addEventListener('keydown', (event) => {
      this.#onKey(event)
    })
  }

  #open(): void {
    this.#dialog.showModal()
    this.#input.focus()
    this.#input.select()
  }

  #onKey(event: KeyboardEvent): void {
    const options = this.#list.children
    if (event.key === 'ArrowDown') this.#select(Math.min(this.#selected + 1, options.length - 1))
    else if (event.key === 'ArrowUp') this.#select(Math.max(this.#selected - 1, 0))
    else if (event.key === 'Enter') (options[this.#selected] as HTMLElement | undefined)?.click()
    else return
    event.preventDefault()
  }

  #select(index: number): void {
    this.#selected = index
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    }
    if (index < 0) this.#input.removeAttribute('aria-activedescendant')
    else this.#input.setAttribute('aria-activedescendant', `search-${index.toString()}`)
  }

  async #search(): Promise<void> {
    const asked = ++this.#asked
    const query = this.#input.value.trim()
    if (!query) {
      this.#show([], 'Type a function, an argument or an error code.')
      return
    }
    try {
      const hits = await findHits(query)
      if (asked === this.#asked) this.#show(hits, hits.length ? '' : `Nothing found for “${query}”.`)
    } catch {
      if (asked === this.#asked) this.#show([], 'The search index could not be loaded. Reload the page to try again.')
    }
  }

  #show(hits: Hit[], state: string): void {
    this.#state.textContent = state
    this.#list.replaceChildren(...hits.map(showHit))
    this.#input.setAttribute('aria-expanded', String(hits.length > 0))
    this.#select(hits.length ? 0 : -1)
  }
}

function showHit(hit: Hit, index: number): HTMLElement {
  const option = document.createElement('a')
  option.id = `search-${index.toString()}`
  option.href = hit.url
  option.role = 'option'
  option.tabIndex = -1
  const title = document.createElement('b')
  title.textContent = hit.title
  if (/^[a-z0-9_.]+$/.test(hit.title)) title.className = 'code'
  const where = document.createElement('span')
  where.className = 'where'
  where.textContent = hit.page
  const excerpt = document.createElement('p')
  excerpt.append(...showExcerpt(hit.excerpt))
  option.append(title, where, excerpt)
  return option
}

customElements.define('site-search', SiteSearch)
