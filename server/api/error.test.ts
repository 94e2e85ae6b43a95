import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import { CallFailure } from '../../src/contract/errors.ts'
import { describeError, toTrpcError } from './error.ts'

test('a failure keeps its error and gets the fitting status', () => {
  const failure = new CallFailure('name_taken', 'Taken.')
  const error = toTrpcError(failure)
  expect(error.code).toBe('CONFLICT')
  expect(describeError(error, 'r1')).toEqual(failure.error)
})

test('so does one that tRPC has wrapped already', () => {
  const cause = new CallFailure('not_signed_in', 'No.')
  const error = toTrpcError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))
  expect(error.code).toBe('UNAUTHORIZED')
})

test('of an unknown error only the id of the request gets out', () => {
  const error = toTrpcError(new Error('password=hunter2'))
  const described = describeError(error, 'r1')
  expect(described.code).toBe('internal')
  expect(described.message).toBe('The server failed (request r1).')
  expect(JSON.stringify(described)).not.toContain('hunter2')
})

test('input that does not parse is not repeated', () => {
  const error = new TRPCError({ code: 'BAD_REQUEST', message: '[{"received":"hunter2"}]' })
  expect(describeError(error, 'r1')).toMatchObject({
    code: 'bad_request',
    message: 'The server does not take this input.',
  })
})
