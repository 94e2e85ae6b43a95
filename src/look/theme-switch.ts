// The theme button: remembers the choice under the key that the theme script reads.

const KEY = 'starlight-theme'
const CHOICES = ['auto', 'light', 'dark'] as const
type Choice = (typeof CHOICES)[number]
const LABELS: Record<Choice, string> = { auto: 'as the system', light: 'light', dark: 'dark' }

const prefersDark = matchMedia('(prefers-color-scheme: dark)')

function readChoice(): Choice {
  try {
    return CHOICES.find((choice) => choice === localStorage.getItem(KEY)) ?? 'auto'
  } catch {
    return 'auto'
  }
}

function storeChoice(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice === 'auto' ? '' : choice)
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}

class ThemeSwitch extends HTMLElement {
  #choice: Choice = readChoice()

  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      this.#choice = CHOICES[(CHOICES.indexOf(this.#choice) + 1) % CHOICES.length] ?? 'auto'
      storeChoice(this.#choice)
      this.#show()
    })
    prefersDark.addEventListener('change', () => {
      this.#show()
    })
    this.#show()
  }

  #show(): void {
    const dark = this.#choice === 'auto' ? prefersDark.matches : this.#choice === 'dark'
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
    this.dataset['choice'] = this.#choice
    const button = this.querySelector('button')
    const label = `Theme: ${LABELS[this.#choice]}`
    button?.setAttribute('aria-label', label)
    button?.setAttribute('title', label)
  }
}

customElements.define('theme-switch', ThemeSwitch)
