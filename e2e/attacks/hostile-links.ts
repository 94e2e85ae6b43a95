// Links that somebody might send to do harm: their addresses, by what they try.
import { deflateRawSync } from 'node:zlib'

/** The hash of a link that holds these bytes, as any tool can make it. */
export function hashOf(source: string | Uint8Array): string {
  return `#1${deflateRawSync(source).toString('base64url')}`
}

/** What hostile markup would do, were it ever more than text: leave a mark, ask another host, open a dialog. */
const HARM = `document.title='taken';globalThis.taken=1;fetch('http://127.0.0.1:9/taken');alert(1)`
export const MARKUP = `<img src=x onerror="${HARM}"><svg onload="${HARM}"></svg><script>${HARM}</script>`

/** Lua that would be noticed if it ran: it prints, and it calls. */
export const LOUD = `-- title: Loud\nprint("it ran")\napp.integrations.upstash.set_key({ key = "harm", value = "1" })\n`

/** Turns the direction of what follows: "Loud evil" is shown as something else. */
export const TURNED = '\u202e\u2066live no nur \u2069'

/** Addresses below the origin that need nothing on the server. `opens`: whether a script is shown. */
export const LINKS: Record<string, { path: string; opens: boolean }> = {
  'a query that asks to run': { path: `/playground/?run=1&autorun=true${hashOf(LOUD)}`, opens: true },
  'a query that asks for Live': { path: `/playground/?mode=live&live=1${hashOf(LOUD)}`, opens: true },
  'a query that claims an origin': {
    path: `/playground/?origin=mine&kosmo.site-script=${encodeURIComponent(hashOf(LOUD))}${hashOf(LOUD)}`,
    opens: true,
  },
  'a hash that asks to run': { path: `/playground/${hashOf(LOUD)}&run=1`, opens: false },
  'a hash with a query of its own': { path: `/playground/${hashOf(LOUD)}?autorun`, opens: false },
  'a hash that is a script of another kind': { path: '/playground/#javascript:alert(1)', opens: false },
  'a hash that is markup': { path: `/playground/#${MARKUP}`, opens: false },
  'a hash of a version to come': { path: `/playground/#2${hashOf(LOUD).slice(2)}`, opens: false },
  'a hash that is cut off': { path: `/playground/${hashOf(LOUD.repeat(9)).slice(0, -8)}`, opens: false },
  'a hash that is no UTF-8': { path: `/playground/${hashOf(Uint8Array.of(0xff, 0xfe, 0x80))}`, opens: false },
  'a bomb': { path: `/playground/${hashOf(new Uint8Array(40 * 1024 * 1024))}`, opens: false },
  'a hash of a megabyte': { path: `/playground/#1${'A'.repeat(1024 * 1024)}`, opens: false },
  'a script of just more than a link may hold': {
    path: `/playground/${hashOf('x'.repeat(64 * 1024 + 1))}`,
    opens: false,
  },
  'markup as its title': { path: `/playground/${hashOf(`-- title: ${MARKUP}\n${LOUD}`)}`, opens: true },
  'markup in a comment and in what it prints': {
    path: `/playground/${hashOf(`--[[ ${MARKUP} ]]\nprint([[${MARKUP}]])\nerror([[${MARKUP}]])`)}`,
    opens: true,
  },
  'an end of the page in its text': { path: `/playground/${hashOf(`--</script></textarea>${MARKUP}\n`)}`, opens: true },
  'a title that turns the text around': { path: `/playground/${hashOf(`-- title: ${TURNED}\n${LOUD}`)}`, opens: true },
  'names that every object has': {
    path: `/playground/${hashOf(
      `local i = app.integrations\nprint(pcall(function() return i.__proto__.constructor.valueOf({}) end))\nprint(pcall(function() return i.upstash.__proto__.get_key({ key = "a" }) end))\nprint(pcall(function() return i.upstash.constructor.get_key({ key = "a" }) end))`,
    )}`,
    opens: true,
  },
  'Lua that looks for JavaScript': {
    path: `/playground/${hashOf(
      `for _, name in ipairs({ "js", "window", "document", "fetch", "io", "package", "debug", "require" }) do print(name, _G[name]) end\nprint(pcall(os.execute, "id"))\nprint(pcall(load, "\\27Lua"))`,
    )}`,
    opens: true,
  },
  'a way back to JavaScript after signing in': { path: '/sign-in/?to=javascript:alert(document.cookie)', opens: false },
  'a way back to another site': { path: '/accounts/?to=//127.0.0.1:9/taken', opens: false },
  'markup as the account to connect': {
    path: `/accounts/?connect=upstash&name=${encodeURIComponent(MARKUP)}&to=%2Fplayground%2F`,
    opens: false,
  },
  'an integration that every object has': { path: '/accounts/?connect=__proto__&name=constructor', opens: false },
}

/** What may stand for `<id>` of a snippet; in each, `ID` is one that exists. */
export const ODD_NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'javascript:alert(1)',
  '..%2f..%2faccounts',
  'ID%2f..%2f..%2faccounts',
  'ID@0',
  'ID@1e3',
  'ID@-1',
  'ID@999999',
  'ID%00',
  'ID%0d%0aSet-Cookie:x=1',
  '%2f%2f127.0.0.1:9%2ftaken',
  '/127.0.0.1:9/taken',
  `${encodeURIComponent(MARKUP)}`,
  'x'.repeat(8000),
]
