// Puts the address that the reader came by into the command that installs from it: the build may not know it.
import { PLACEHOLDER } from './install-address.ts'

function fillIn(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    if (node.nodeValue?.includes(PLACEHOLDER)) node.nodeValue = node.nodeValue.replaceAll(PLACEHOLDER, location.origin)
  }
}

class InstallCommand extends HTMLElement {
  connectedCallback(): void {
    fillIn(this)
  }
}

class ServerAddress extends HTMLElement {
  connectedCallback(): void {
    fillIn(this.closest('main') ?? document.body)
  }
}

customElements.define('install-command', InstallCommand)
customElements.define('server-address', ServerAddress)
