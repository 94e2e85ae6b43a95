// The management API of the fake: the databases and teams of one account, read only.
// Vendor documentation: https://upstash.com/docs/devops/developer-api
import { type VendorReply } from '../../contract/http.ts'
import { type DemoRequest } from '../vendor.ts'
import { encodeText } from './bytes.ts'
import { databases, secretsOf, teams } from './account.ts'
import { answerJson } from '../answer-json.ts'

const DATABASE = /^\/v2\/redis\/database\/([^/]+)$/

/** Answers one request; `email` and `key` are what Basic authentication must hold. */
export function answerManagement(request: DemoRequest, email: string, key: string): VendorReply {
  const { pathname, searchParams } = new URL(request.url)
  const expected = `Basic ${btoa(encodeText(`${email}:${key}`))}`
  if (request.headers['authorization'] !== expected) return answerJson(401, { error: 'Unauthorized' })
  const id = DATABASE.exec(pathname)?.[1]
  const known = id !== undefined || pathname === '/v2/redis/databases' || pathname === '/v2/teams'
  if (!known) return answerJson(404, { error: 'Not Found' })
  if (request.method !== 'GET') return answerJson(405, { error: 'Method Not Allowed' })
  if (pathname === '/v2/teams') return answerJson(200, teams)
  // The list tells the credentials of every database; only the single one can leave them out.
  if (id === undefined)
    return answerJson(
      200,
      databases.map((database) => ({ ...database, ...secretsOf(database) })),
    )
  const database = databases.find((candidate) => candidate['database_id'] === decodeURIComponent(id))
  if (!database) return answerJson(404, { error: `database not found: ${decodeURIComponent(id)}` })
  const isHidden = searchParams.get('credentials') === 'hide'
  return answerJson(200, isHidden ? database : { ...database, ...secretsOf(database) })
}
