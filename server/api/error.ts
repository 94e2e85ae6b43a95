// How our errors cross tRPC: a CallFailure becomes a tRPC error, and every tRPC error carries a CallError in `data.error`.
import { TRPCError } from '@trpc/server'
import { type CallError, CallFailure, callError, type ErrorCode } from '../../src/contract/errors.ts'

type TrpcCode = TRPCError['code']

/** HTTP meaning of the codes that our own procedures answer; every other one is a bad request. */
const TRPC_CODES: Partial<Record<ErrorCode, TrpcCode>> = {
  not_signed_in: 'UNAUTHORIZED',
  denied: 'FORBIDDEN',
  forbidden: 'FORBIDDEN',
  no_grant: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  name_taken: 'CONFLICT',
  conflict: 'CONFLICT',
  stale_page: 'PRECONDITION_FAILED',
  request_too_large: 'PAYLOAD_TOO_LARGE',
  call_limit: 'TOO_MANY_REQUESTS',
  rate_limited: 'TOO_MANY_REQUESTS',
  cancelled: 'CLIENT_CLOSED_REQUEST',
  internal: 'INTERNAL_SERVER_ERROR',
}

/** Wraps what a procedure threw, so that the HTTP status fits; anything unknown stays an internal error. */
export function toTrpcError(thrown: unknown): TRPCError {
  if (thrown instanceof TRPCError && !(thrown.cause instanceof CallFailure)) return thrown
  const cause = thrown instanceof TRPCError ? thrown.cause : thrown
  if (!(cause instanceof CallFailure)) return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause })
  return new TRPCError({ code: TRPC_CODES[cause.error.code] ?? 'BAD_REQUEST', message: cause.message, cause })
}

/** The error as the caller sees it. Of an unknown error only the request's id gets out. */
export function describeError(error: TRPCError, requestId: string): CallError {
  if (error.cause instanceof CallFailure) return error.cause.error
  switch (error.code) {
    case 'INTERNAL_SERVER_ERROR':
      return callError('internal', `The server failed (request ${requestId}).`)
    case 'NOT_FOUND':
      return callError('bad_request', 'The server has no such procedure.')
    case 'PAYLOAD_TOO_LARGE':
      return callError('request_too_large', 'The request is too large.')
    default:
      return callError('bad_request', 'The server does not take this input.')
  }
}
