// The JSON Schema of integration.yaml, with which editors complete and check the file.
import { IntegrationDefinition } from '../contract/definition.ts'
import { z } from '../contract/zod.ts'

/** Builds the schema in draft 2020-12, for what an author writes: defaults may be left out. */
export function buildDefinitionSchema(): object {
  const schema = z.toJSONSchema(IntegrationDefinition, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })
  return { title: 'An integration of KosmoKrator Lua', ...schema }
}
