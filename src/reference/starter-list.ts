// Tells the playground that a starter is a script of this site, before its link is followed.
import { markSiteScript } from '../run/site-script.ts'

class StarterList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const link = target instanceof Element ? target.closest('a') : null
      if (!link) return
      try {
        markSiteScript(sessionStorage, link.hash)
      } catch {
        // Without storage the script opens as one from a link, which costs one click more.
      }
    })
  }
}

customElements.define('starter-list', StarterList)
