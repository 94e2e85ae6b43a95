// The schema that the sample project declares: three of its tables; the others hold whatever was stored.
import { type Value } from '../../contract/value.ts'
import { v, type Validator } from './validators.ts'

interface TableDefinition {
  tableName: string
  indexes: { indexDescriptor: string; fields: string[] }[]
  searchIndexes: { indexDescriptor: string; searchField: string; filterFields: string[] }[]
  vectorIndexes: { indexDescriptor: string; vectorField: string; dimensions: number; filterFields: string[] }[]
  documentType: Validator
}

const address = v.object({ street: v.string(), city: v.string() })

const tables: TableDefinition[] = [
  {
    tableName: 'users',
    indexes: [
      { indexDescriptor: 'by_email', fields: ['email'] },
      { indexDescriptor: 'by_status', fields: ['status'] },
    ],
    searchIndexes: [],
    vectorIndexes: [],
    documentType: v.object({
      name: v.string(),
      email: v.optional(v.string()),
      status: v.optional(v.union(v.literal('active'), v.literal('invited'), v.literal('blocked'))),
      age: v.optional(v.number()),
      address: v.optional(address),
      nickname: v.optional(v.union(v.string(), v.null())),
    }),
  },
  {
    tableName: 'messages',
    indexes: [{ indexDescriptor: 'by_author', fields: ['author'] }],
    searchIndexes: [{ indexDescriptor: 'search_body', searchField: 'body', filterFields: ['channel'] }],
    vectorIndexes: [],
    documentType: v.object({
      author: v.id('users'),
      body: v.string(),
      channel: v.string(),
      reactions: v.array(v.object({ emoji: v.string(), count: v.number() })),
    }),
  },
  {
    tableName: 'articles',
    indexes: [],
    searchIndexes: [],
    vectorIndexes: [
      { indexDescriptor: 'by_embedding', vectorField: 'embedding', dimensions: 1536, filterFields: ['language'] },
    ],
    documentType: v.object({
      title: v.string(),
      language: v.string(),
      views: v.int64(),
      embedding: v.optional(v.array(v.number())),
    }),
  },
]

/** The schema as the vendor keeps it: JSON as text. */
export const activeSchema = JSON.stringify({ tables, schemaValidation: true })

/** The validator of a table's documents, or null where the schema does not declare the table. */
export function findDocumentType(table: string): Validator | null {
  return tables.find(({ tableName }) => tableName === table)?.documentType ?? null
}

/** What `/api/v1/deployment_info` says of the sample deployment. */
export const deploymentInfo: Value = {
  kind: 'cloud',
  teamId: 4711,
  projectId: 81234,
  projectName: 'Otter Chat',
  projectSlug: 'otter-chat',
  id: 905512,
  deploymentType: 'dev',
  reference: 'dev/ada',
}
