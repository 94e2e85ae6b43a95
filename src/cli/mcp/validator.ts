// Checks what a client answers to a question, by Zod: the validator that the SDK brings would double what is packed.
import { type jsonSchemaValidator, type JsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/types.js'
import * as z from '../../contract/zod.ts'

export const validator: jsonSchemaValidator = {
  getValidator<T>(schema: object): JsonSchemaValidator<T> {
    const parser = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
    return (input) => {
      const { success, data, error } = parser.safeParse(input)
      return success
        ? { valid: true, data: data as T, errorMessage: undefined }
        : { valid: false, data: undefined, errorMessage: error.message }
    }
  },
}
