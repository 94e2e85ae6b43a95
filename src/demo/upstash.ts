// The demo vendor of Upstash: a fake of its Redis REST API and of its management API.
import { answerManagement } from './upstash/management.ts'
import { type Entry } from './upstash/keyspace.ts'
import { answerRest } from './upstash/rest.ts'
import { answerJson } from './answer-json.ts'
import { createSampleKeys } from './upstash/sample-keys.ts'
import { type DemoAnswer, type DemoRequest, type DemoVendor, DEMO_CLOCK } from './vendor.ts'

/** Plain JSON: the keys in the order in which they were made. Strings are byte strings, see upstash/bytes.ts. */
export interface UpstashState {
  keys: [string, Entry][]
}

const settings = { redis_url: 'https://demo-otter-12345.upstash.io', platform_url: 'https://api.upstash.com/v2' }
const secrets = { rest_token: 'demo-rest-token', email: 'demo@example.com', api_key: 'demo-management-key' }

export const demo: DemoVendor<UpstashState> = {
  settings,
  secrets,
  initial: () => ({ keys: createSampleKeys(DEMO_CLOCK) }),
  answer,
  refuse: (status) =>
    status === 429
      ? answerJson(429, { error: 'ERR max requests limit exceeded' }, { 'retry-after': '1' })
      : answerJson(500, { error: 'ERR internal server error' }),
}

function answer(state: UpstashState, request: DemoRequest, clock: number): DemoAnswer<UpstashState> {
  if (new URL(request.url).host === new URL(settings.platform_url).host) {
    return { state, reply: answerManagement(request, secrets.email, secrets.api_key) }
  }
  // Commands change the keyspace in place, so they get a copy.
  const space = { keys: new Map(structuredClone(state.keys)), now: clock }
  const reply = answerRest(space, request, secrets.rest_token)
  return { state: { keys: [...space.keys] }, reply }
}
