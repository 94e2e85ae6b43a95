// The frame's first act: it gives up every browser interface that the relay does not need.
import { dropGlobals, emptyInterfaces } from './drop-globals.ts'

// WebRTC first and by name: it sends UDP past `connect-src 'none'`, and no CSP directive of Chromium blocks it.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'mozRTCPeerConnection', 'RTCDataChannel']) {
  Reflect.deleteProperty(globalThis, name)
}

const KEEP = new Set([
  ...['Event', 'EventTarget', 'MessageEvent', 'ErrorEvent', 'MessagePort', 'Worker', 'addEventListener'],
  ...['removeEventListener', 'console', 'DOMException'],
])

/** To be called once the frame holds what it needs in variables; the DOM is out of reach from then on. */
export function giveUpInterfaces(): void {
  emptyInterfaces(globalThis, KEEP)
  dropGlobals(globalThis, KEEP)
}
