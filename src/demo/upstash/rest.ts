// The REST API of the fake database: commands in bodies and paths, pipelines, transactions, base64.
// Vendor documentation: https://upstash.com/docs/redis/features/restapi
import { type VendorReply } from '../../contract/http.ts'
import { parseJson, type Value } from '../../contract/value.ts'
import { type DemoRequest } from '../vendor.ts'
import { decodeText, encodeText } from './bytes.ts'
import { execute, findCommand } from './execute.ts'
import { type Keyspace, RedisError, type Reply } from './keyspace.ts'
import { answerJson } from '../answer-json.ts'

/** Answers one request on a keyspace that it may change. */
export function answerRest(space: Keyspace, request: DemoRequest, token: string): VendorReply {
  const url = new URL(request.url)
  const fail = (status: number, error: string) => answerJson(status, { error })
  if (!['HEAD', 'GET', 'POST', 'PUT'].includes(request.method)) return fail(405, 'ERR Method not allowed')
  const given = /^Bearer (.*)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? url.searchParams.get('_token')
  if (given !== token) return fail(401, 'WRONGPASS invalid or missing auth token')
  const format = formatReply(request.headers['upstash-encoding'] === 'base64')
  try {
    if (url.pathname === '/pipeline')
      return answerJson(
        200,
        readRows(request).map((row) => runRow(space, row, format)),
      )
    if (url.pathname === '/multi-exec') {
      const rows = readRows(request)
      for (const row of rows) findCommand(row)
      return answerJson(
        200,
        rows.map((row) => runRow(space, row, format)),
      )
    }
    return answerJson(200, { result: format(execute(space, readCommand(request, url))) })
  } catch (error) {
    if (error instanceof RedisError) return fail(400, decodeText(error.message))
    throw error
  }
}

/** One row of a pipeline: its failure is part of the answer. */
function runRow(space: Keyspace, row: string[], format: (reply: Reply) => Value): Value {
  try {
    return { result: format(execute(space, row)) }
  } catch (error) {
    if (error instanceof RedisError) return { error: decodeText(error.message) }
    throw error
  }
}

/** A command as byte strings: from the body at the root, from the path elsewhere, a body being its next argument. */
function readCommand(request: DemoRequest, url: URL): string[] {
  if (url.pathname === '/') return readWords(readBody(request))
  const words = url.pathname.slice(1).split('/').map(decodeSegment)
  const body = request.body && request.method !== 'GET' ? [request.body] : []
  const options = [...url.searchParams]
    .filter(([name]) => name !== '_token')
    .flatMap(([name, value]) => (value ? [name, value] : [name]))
  return [...words, ...body, ...options].map(encodeText)
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new RedisError('ERR invalid URL encoding')
  }
}

function readRows(request: DemoRequest): string[][] {
  const rows = readBody(request)
  if (!Array.isArray(rows) || !rows.length) throw new RedisError('ERR failed to parse pipeline request')
  return rows.map(readWords)
}

function readBody({ body }: DemoRequest): Value {
  try {
    return parseJson(body ?? '')
  } catch {
    throw new RedisError('ERR failed to parse command')
  }
}

function readWords(command: Value): string[] {
  if (!Array.isArray(command) || !command.length) throw new RedisError('ERR empty command')
  return command.map((word) => {
    if (word === null || typeof word === 'object') throw new RedisError('ERR invalid command argument')
    return encodeText(String(word))
  })
}

/** Base64 leaves the status OK alone, and nothing else. */
function formatReply(base64: boolean): (reply: Reply) => Value {
  const text = (bytes: string) => (base64 ? btoa(bytes) : decodeText(bytes))
  const format = (reply: Reply): Value => {
    if (Array.isArray(reply)) return reply.map(format)
    if (typeof reply === 'string') return text(reply)
    if (typeof reply !== 'object' || reply === null) return reply
    return reply.status === 'OK' ? 'OK' : text(reply.status)
  }
  return format
}
