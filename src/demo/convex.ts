// The demo vendor of Convex: a fake of one deployment, with the functions that the vendor's own tools call.
import { answerJson } from './answer-json.ts'
import { type Database } from './convex/database.ts'
import { answerDeployment } from './convex/http.ts'
import { createSampleData } from './convex/sample-data.ts'
import { DEMO_CLOCK, type DemoVendor } from './vendor.ts'

const NAME = 'happy-otter-123'
const key = `dev:${NAME}|demo-deploy-key`

export const demo: DemoVendor<Database> = {
  settings: { deployment_url: `https://${NAME}.convex.cloud` },
  secrets: { access_token: key },
  initial: () => createSampleData(DEMO_CLOCK),
  answer: (state, request, clock) => answerDeployment(state, request, clock, { name: NAME, key }),
  refuse: (status) =>
    status === 429
      ? answerJson(429, { code: 'TooManyConcurrentRequests', message: TOO_MANY }, { 'retry-after': '1' })
      : answerJson(500, { code: 'InternalServerError', message: BROKEN }),
}

const TOO_MANY =
  'Too many concurrent requests. Your backend is limited to 16 concurrent queries. To get more resources, upgrade to Convex Pro. If you are already on Convex Pro, please contact support.'
const BROKEN = "Your request couldn't be completed. Try again later."
