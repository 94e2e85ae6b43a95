// The headers of the sandbox document: one script, known by its hash, and no way out.

/**
 * The document's CSP. Workers from `blob:` inherit it; the parent page's own `frame-src` is what keeps the frame from
 * navigating elsewhere.
 *
 * @param scriptHash `sha256-…` of the inline script, as build/sandbox/frame.json has it
 */
export function frameCsp(scriptHash: string): string {
  return [
    "default-src 'none'",
    // A hash, never 'self' or a URL: those would let `importScripts` send a request.
    `script-src '${scriptHash}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    // Keeps the origin opaque when the document is opened directly, without the frame's sandbox attribute.
    'sandbox allow-scripts',
  ].join('; ')
}

/** All headers of the sandbox document beside its content type and caching. */
export function frameHeaders(scriptHash: string): Record<string, string> {
  return {
    'Content-Security-Policy': frameCsp(scriptHash),
    // Closes what no CSP directive covers: WebRTC, link hints, navigation. Chromium has it, others ignore it:
    // https://github.com/WICG/connection-allowlists
    'Connection-Allowlist': '()',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  }
}
