// Zod without code generation: under the pages' CSP its probe for eval would count as a violation.
// Has to be set before the first schema is made, so the contract imports zod from here only, as `import * as z`:
// a bundler can then leave out the nine tenths that are not used.
import { config } from 'zod'

config({ jitless: true })

export * from 'zod'
