// Forms of credentials that are known far beyond this site. Each pattern looks at a character a bounded number of times.
import { type SecretKind, type SecretSpan } from './secret-span.ts'

interface KnownForm {
  kind: SecretKind
  /** One of these stands in every match; most scripts hold none of them. */
  marks: readonly string[]
  pattern: RegExp
  /** Says of a match whether it is one after all. */
  accept?: (match: RegExpExecArray) => boolean
}

/** A service's prefix and what follows it, not in the middle of a word. */
const prefixed = (prefix: string, rest: string, ...marks: string[]): KnownForm => ({
  kind: 'token',
  marks: marks.length ? marks : [prefix],
  pattern: new RegExp(`(?<![A-Za-z0-9_])${prefix.replaceAll('.', '\\.')}${rest}`, 'g'),
})

const FORMS: readonly KnownForm[] = [
  { kind: 'private_key', marks: ['PRIVATE KEY'], pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g },
  // A private key in DER, without its frame: a SEQUENCE, a version of 0, then an algorithm or a number.
  {
    kind: 'private_key',
    marks: ['MII', 'MIG', 'MHc', 'MC4'],
    pattern:
      /(?<![A-Za-z0-9+/])(?:MII[A-Za-z0-9+/]{3}IBA(?:DANB|AKC)|MIGHAgEAMBMG|MHcCAQEE|MC4CAQAwBQYDK2Vw)[A-Za-z0-9+/]{20,}/g,
  },
  { kind: 'jwt', marks: ['eyJ'], pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g },
  {
    kind: 'header',
    marks: ['earer'],
    pattern: /(?<!\w)[Bb]earer[ \t]{1,4}([A-Za-z0-9._~+/-]{16,}=*)/g,
    accept: ([, token]) => /\d/.test(token!),
  },
  {
    kind: 'header',
    marks: ['asic'],
    pattern: /(?<!\w)[Bb]asic[ \t]{1,4}([A-Za-z0-9+/]{8,1000}={0,2})/g,
    accept: ([, pair]) => /^[ -~]+:[ -~]+$/.test(decodeBase64(pair!)),
  },
  {
    kind: 'url_password',
    marks: ['://'],
    pattern: /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s:@/?#'"]{0,100}:([^\s@/'"]{1,200})@/g,
    // A place to fill in is none: `%s`, `<password>`, `{password}`, `$PASSWORD`, `***`.
    accept: ([, password]) => !/^(?:%\w|<.*>|\{.*\}|\$(?:[A-Z_]+|\{.*\}|\d)|[*.xX]+)$/.test(password!),
  },
  prefixed('', '[srp]k_(?:live|test)_[A-Za-z0-9]{10,}', 'k_live_', 'k_test_'),
  prefixed('whsec_', '[A-Za-z0-9+/=_-]{16,}'),
  prefixed('', 'gh[pousr]_[A-Za-z0-9]{20,}', 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'),
  prefixed('github_pat_', '[A-Za-z0-9_]{20,}'),
  prefixed('glpat-', '[A-Za-z0-9_-]{16,}'),
  prefixed('', 'A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])', 'AKIA', 'ASIA'),
  prefixed('', 'xox[abeoprs]-[A-Za-z0-9-]{10,}', 'xox'),
  prefixed('xapp-', '[A-Za-z0-9-]{10,}'),
  prefixed('hooks.slack.com/services/', '[A-Za-z0-9/]{20,}'),
  prefixed('AIza', '[A-Za-z0-9_-]{30,}'),
  prefixed('GOCSPX-', '[A-Za-z0-9_-]{20,}'),
  prefixed('ya29.', '[A-Za-z0-9_-]{20,}'),
  prefixed('sk-', '(?=[A-Za-z_-]{0,60}\\d)[A-Za-z0-9_-]{20,}'),
  prefixed('npm_', '[A-Za-z0-9]{30,}'),
  prefixed('pypi-', '[A-Za-z0-9_-]{40,}'),
  prefixed('SG.', '[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}'),
  prefixed('key-', '[0-9a-f]{32}'),
  prefixed('SK', '[0-9a-f]{32}(?![A-Za-z0-9])'),
  prefixed('hf_', '[A-Za-z0-9]{30,}'),
  prefixed('', 'do[opr]_v1_[a-f0-9]{40,}', '_v1_'),
  prefixed('', 'shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}', 'shpat_', 'shpca_', 'shppa_', 'shpss_'),
  prefixed('lin_api_', '[A-Za-z0-9]{20,}'),
  prefixed('hvs.', '[A-Za-z0-9_-]{20,}'),
  prefixed('sbp_', '[a-f0-9]{40}'),
  prefixed('dapi', '[a-f0-9]{32}'),
  prefixed('PMAK-', '[A-Za-z0-9-]{30,}'),
  prefixed('ATATT3', '[A-Za-z0-9_=-]{20,}'),
  prefixed('', 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_.-]{20,}', 'pscale_'),
  prefixed('AGE-SECRET-KEY-1', '[A-Z0-9]{50,}'),
]

export function findKnownForms(text: string): SecretSpan[] {
  const present = FORMS.filter(({ marks }) => marks.some((mark) => text.includes(mark)))
  return present.flatMap(({ kind, pattern, accept }) => {
    const matches = [...text.matchAll(pattern)].filter((match) => accept?.(match) ?? true)
    return matches.map((match): SecretSpan => ({ start: match.index, end: match.index + match[0].length, kind }))
  })
}

function decodeBase64(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
