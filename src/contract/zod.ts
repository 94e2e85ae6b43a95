// Zod without code generation: under the pages' CSP its probe for eval would count as a violation.
// Has to be set before the first schema is made, so the contract imports zod from here only.
import { z } from 'zod'

z.config({ jitless: true })

export { z }
