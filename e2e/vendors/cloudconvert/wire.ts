// What CloudConvert must receive and what Lua must see, per function: written by hand from the vendor's reference and the
// recordings of its SDKs, never from our definition.
// https://cloudconvert.com/docs/api-reference/jobs, /tasks, /users; https://cloudconvert.com/api/v2/convert and its siblings
import { type WireTable } from '../wire-case.ts'
import { jobCases } from './wire-jobs.ts'
import { readCases } from './wire-reads.ts'
import { taskCases } from './wire-tasks.ts'

export const table: WireTable = {
  slug: 'cloudconvert',
  settings: { url: 'https://api.cloudconvert.com/v2' },
  secrets: { api_key: 'wire-cloudconvert-key-3d71' },
  headers: {},
  cases: [...jobCases, ...taskCases, ...readCases],
}
