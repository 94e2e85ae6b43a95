// The headers of every page: what it may load, run and show.
import scripts from './script-hashes.json' with { type: 'json' }

const SCRIPTS = scripts.map(({ hash }) => `'${hash}'`).join(' ')

/**
 * The policy of the site's pages.
 *
 * @param origin the page's own origin; the one frame that a page may hold is named by its full address
 */
export function pagePolicy(origin: string): string {
  return [
    "default-src 'self'",
    // Search compiles WebAssembly in the page.
    `script-src 'self' 'wasm-unsafe-eval' ${SCRIPTS}`.trim(),
    // Shiki and Monaco write style attributes, which no hash covers.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    `frame-src ${origin}/sandbox/frame.html`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')
}

// Only what browsers know: an unknown name makes them complain on the console of every page.
const FEATURES = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'hid', 'midi']

/** What goes with every reply, whatever it is. */
export function commonHeaders(https: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': FEATURES.map((name) => `${name}=()`).join(', '),
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
