// What of a script looks like a credential, and the integrations on whose accounts it would better lie.
import { type CatalogEntry, type CatalogIndex } from '../../contract/catalog.ts'
import { findSecrets, type FoundSecret, hasSecret, type SecretKind } from '../../intelligence/find-secrets.ts'
import { scanScript } from '../../intelligence/scan.ts'

export interface HeldSecrets {
  secrets: FoundSecret[]
  /** Those whose keys were found; where none is known, those that the script calls. */
  integrations: CatalogEntry[]
}

export function findHeldSecrets(source: string, index: CatalogIndex): HeldSecrets {
  const secrets = findSecrets(source, listPatterns(index))
  if (!secrets.length) return { secrets, integrations: [] }
  const owners = index.integrations.filter(({ secretPatterns }) =>
    findSecrets(source, secretPatterns).some(({ kind }) => kind === 'vendor_key'),
  )
  const called = new Set(scanScript(source, index).calls.map(({ integration }) => integration))
  const integrations = owners.length ? owners : index.integrations.filter(({ slug }) => called.has(slug))
  return { secrets, integrations }
}

/** Whether a title, which is no Lua, looks as if it held one. */
export function titleHoldsSecret(title: string, index: CatalogIndex): boolean {
  return hasSecret(title, listPatterns(index))
}

function listPatterns({ integrations }: CatalogIndex): string[] {
  return integrations.flatMap(({ secretPatterns }) => secretPatterns)
}

const KINDS: Record<SecretKind, string> = {
  vendor_key: 'looks like a key of an integration',
  private_key: 'looks like a private key',
  jwt: 'looks like a signed token',
  token: 'looks like a key of another service',
  header: 'looks like the value of an Authorization header',
  url_password: 'looks like an address with a password in it',
  random: 'is a long random text, as keys are',
}

/** What a place looks like, for people; never what stands there. */
export function describeKind(kind: SecretKind): string {
  return KINDS[kind]
}
