// The demo vendor of Clerk: a fake of its Backend API with a small application behind it.
import { answerClerk, showRefusal } from './clerk/answer.ts'
import { refuse } from './clerk/problem.ts'
import { createSampleState } from './clerk/sample.ts'
import { type ClerkState } from './clerk/state.ts'
import { type DemoVendor, DEMO_CLOCK } from './vendor.ts'

export { type ClerkState } from './clerk/state.ts'

const secrets = { secret_key: 'sk_test_demoKeyThatOpensNothingButThisFake12345678' }
const TRACE = '00000000000000000000000000000000'

export const demo: DemoVendor<ClerkState> = {
  settings: { url: 'https://api.clerk.com/v1' },
  secrets,
  initial: () => createSampleState(DEMO_CLOCK),
  answer: (state, request, clock) => answerClerk(state, request, clock, secrets.secret_key),
  refuse: (status) =>
    status === 429
      ? showRefusal(refuse(429, 'too_many_requests', 'Too many requests', 'Too many requests, retry later'), TRACE, {
          'retry-after': '10',
        })
      : showRefusal(
          refuse(
            500,
            'internal_clerk_error',
            'Oops, an unexpected error occurred',
            "There was an internal error on our servers. We've been notified and are working on fixing it.",
          ),
          TRACE,
        ),
}
