// How the server refuses a request under /api before any procedure sees it.
import { type Context } from 'hono'
import { type ContentfulStatusCode } from 'hono/utils/http-status'
import { type ErrorCode, callError } from '../../src/contract/errors.ts'
import { type HttpEnvironment } from './environment.ts'

/** The text of tRPC's own errors around the product's error, so that one client reads both. */
export function refuse(
  c: Context<HttpEnvironment>,
  httpStatus: ContentfulStatusCode,
  code: ErrorCode,
  message: string,
): Response {
  const error = callError(code, message)
  return c.json({ message, code, error: { message, code: -32600, data: { code, httpStatus, error } } }, httpStatus)
}
