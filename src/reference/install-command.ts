// Puts the address that the reader came by into the command that installs from it: the build may not know it.
import { PLACEHOLDER } from './install-address.ts'

class InstallCommand extends HTMLElement {
  connectedCallback(): void {
    const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode: node } = walker
      node.nodeValue = node.nodeValue?.replaceAll(PLACEHOLDER, location.origin) ?? null
    }
  }
}

customElements.define('install-command', InstallCommand)
