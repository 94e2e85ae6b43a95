// A small REST front over a real Redis that speaks Upstash's protocol: the local stand-in of a database in the cloud.
// Vendor documentation: https://upstash.com/docs/redis/features/restapi
import { Redis } from 'ioredis'
import { type VendorReply } from '../../../src/contract/http.ts'
import { formatJson, parseJson, type Value } from '../../../src/contract/value.ts'
import { type AccessLine, listen, type Listener } from '../listen.ts'

export interface RedisRest extends Listener {
  /** What redis_url takes. */
  url: string
  /** What rest_token takes. */
  token: string
}

/** What Redis answers: bytes, an integer as text (so that 64 bits survive), null, or a list of these. */
type RawReply = Buffer | string | null | RawReply[]

type Row = { result: Value } | { error: string }

const METHODS = ['HEAD', 'GET', 'POST', 'PUT']

/** Puts the front before the Redis on `redisPort`; closing it closes its connection, not Redis. */
export async function redisRest(redisPort: number, token = 'local-rest-token'): Promise<RedisRest> {
  const redis = new Redis({ host: '127.0.0.1', port: redisPort, stringNumbers: true, maxRetriesPerRequest: 0 })
  const listener = await listen((line) => answer(redis, token, line))
  return {
    ...listener,
    url: listener.origin,
    token,
    close: async () => {
      await listener.close()
      redis.disconnect()
    },
  }
}

async function answer(redis: Redis, token: string, line: AccessLine): Promise<VendorReply> {
  const url = new URL(line.url, 'http://127.0.0.1')
  if (!METHODS.includes(line.method)) return reply(405, { error: 'ERR Method not allowed' })
  const given = line.headers['authorization']?.replace(/^Bearer /i, '') ?? url.searchParams.get('_token')
  if (given !== token) return reply(401, { error: 'WRONGPASS invalid or missing auth token' })
  const encoding = line.headers['upstash-encoding'] === 'base64' ? 'base64' : 'utf8'
  try {
    if (url.pathname === '/pipeline') {
      const rows: Row[] = []
      for (const words of readBody(line.body).map(readWords)) rows.push(await runOne(redis, words, encoding))
      return reply(200, rows)
    }
    if (url.pathname === '/multi-exec') return await runAll(redis, readBody(line.body).map(readWords), encoding)
    const row = await runOne(redis, readCommand(line, url), encoding)
    return reply('error' in row ? 400 : 200, row)
  } catch (error) {
    return reply(400, { error: error instanceof Error ? error.message : String(error) })
  }
}

function reply(status: number, value: Value): VendorReply {
  return { status, headers: { 'content-type': 'application/json' }, body: formatJson(value) }
}

async function runOne(redis: Redis, words: string[], encoding: BufferEncoding): Promise<Row> {
  try {
    return { result: format((await redis.callBuffer(...nameFirst(words))) as RawReply, encoding) }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

async function runAll(redis: Redis, commands: string[][], encoding: BufferEncoding): Promise<VendorReply> {
  const transaction = redis.multi()
  for (const words of commands) transaction.callBuffer(...nameFirst(words))
  const results = (await transaction.exec()) ?? []
  const rows = results.map(([error, value]): Row =>
    error ? { error: error.message } : { result: format(value as RawReply, encoding) },
  )
  return reply(200, rows)
}

/** In capitals ioredis leaves replies as they are; it would make HGETALL an object. */
function nameFirst([name = '', ...args]: string[]): [string, ...string[]] {
  return [name.toUpperCase(), ...args]
}

function format(raw: RawReply, encoding: BufferEncoding): Value {
  if (Array.isArray(raw)) return raw.map((item) => format(item, encoding))
  if (raw === null) return null
  if (typeof raw === 'string') return BigInt(raw)
  const text = raw.toString('utf8')
  return text === 'OK' ? text : raw.toString(encoding)
}

function readCommand({ method, body }: AccessLine, url: URL): string[] {
  if (url.pathname === '/') return readWords(readBody(body))
  const options = [...url.searchParams]
    .filter(([name]) => name !== '_token')
    .flat()
    .filter(Boolean)
  return [
    ...url.pathname.slice(1).split('/').map(decodeURIComponent),
    ...(body && method !== 'GET' ? [body] : []),
    ...options,
  ]
}

function readBody(body: string): Value[] {
  const value = parseJson(body)
  if (!Array.isArray(value)) throw new Error('ERR failed to parse command')
  return value
}

function readWords(command: Value): string[] {
  if (!Array.isArray(command) || !command.length) throw new Error('ERR empty command')
  return command.map(String)
}
