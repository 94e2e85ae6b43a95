// Names that tell of a long random value whether it is a secret.

/** Values that are long and random and no secret. */
const OPEN =
  /(?:^|_)(?:ids?|uuid|guid|commit|sha_?\d*|md5|hash|digest|checksum|etag|revision|cursor|fingerprint|(?:page|next)_?token)$/
/** Values that are secret when they are random at all. */
const CLOSED =
  /(?:^|_)(?:(?:api|access|secret|private|auth|account|client|deploy|encryption|master|service|shared|signing)_?key|token|secret|password|passwd|pwd|authorization|credentials?)$/
/** Far enough back for any honest name. */
const REACH = 80

/** @example judgeName('nextCursor') // 'open' */
export function judgeName(name: string | null): 'open' | 'closed' | null {
  if (name === null) return null
  const words = name
    .slice(-REACH)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase()
  if (OPEN.test(words)) return 'open'
  return CLOSED.test(words) ? 'closed' : null
}

/** The name in front of a place in a text, as in `token=…`, `"token": "…"`, `token: …`; null for none. */
export function findNameBefore(text: string, index: number): string | null {
  const before = text.slice(Math.max(0, index - REACH), index)
  const sign = /["']?[ \t]{0,4}[:=][ \t]{0,4}["']?$/.exec(before)
  return sign && (/[A-Za-z][\w-]*$/.exec(before.slice(0, sign.index))?.[0] ?? null)
}

/** Whether what stands before a place, on its line, speaks of a secret: `the key is …`. */
export function isCalledSecret(text: string, index: number): boolean {
  const line = text
    .slice(Math.max(0, index - REACH), index)
    .split('\n')
    .at(-1)!
  return /\b(?:api_?)?(?:key|token|secret|password)\b/i.test(line)
}
