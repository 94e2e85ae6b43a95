// Filters of a query as Convex's dashboard sends them: base64 of the UTF-8 bytes of JSON.
// Source: `FilterExpression` in npm-packages/system-udfs/convex/_system/frontend/lib/filters.ts of get-convex/convex-backend.
import { formatJson, type Value } from '../../contract/value.ts'

/** Equality of every field, in the order of their creation. A field inside an object is named with dots. */
export function encodeFilters(fields: Record<string, Value>, order: 'asc' | 'desc'): string {
  const clauses = Object.entries(fields).map(([field, value]) => ({ op: 'eq', field, value }))
  return encodeBase64(formatJson({ clauses, order }))
}

/** Base64 (RFC 4648, section 4) of a text's UTF-8 bytes, in any browser: `btoa` alone refuses what is not Latin-1. */
function encodeBase64(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte))
  return btoa(bytes.join(''))
}
