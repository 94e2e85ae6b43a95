// Wire cases of the functions that tell what is in a deployment: its tables, their schemas, and itself.
// https://github.com/get-convex/convex-backend, npm-packages/system-udfs/convex/_system/cli/tables.ts, frontend/getSchemas.ts; crates/local_backend/src/deployment_info.rs
import { type WireCase } from '../wire-case.ts'
import { fails, get, post, success, works } from './wire-forms.ts'

const TABLES =
  '{"path":"_system/cli/tables","args":{"paginationOpts":{"numItems":10000,"cursor":null}},"format":"json"}'
const SCHEMAS = '{"path":"_system/frontend/getSchemas","args":{"componentId":null},"format":"json"}'

const listTables = works(
  'two of them',
  'list_tables',
  {
    lua: '()',
    text: '{}',
    steps: [
      post(
        '/api/query',
        TABLES,
        success('{"page":[{"name":"users"},{"name":"messages"}],"isDone":true,"continueCursor":"end"}'),
      ),
    ],
  },
  '{"tables":[{"name":"users"},{"name":"messages"}],"count":2}',
)

export const lookCases: WireCase[] = [
  listTables,
  works(
    'none',
    'list_tables',
    {
      lua: '{}',
      text: '{}',
      steps: [post('/api/query', TABLES, success('{"page":[],"isDone":true,"continueCursor":"end"}'))],
    },
    '{"tables":[],"count":0}',
  ),

  works(
    'declared by the project',
    'get_table',
    {
      lua: '{ table = "users" }',
      text: '{"table":"users"}',
      steps: [
        post(
          '/api/query',
          SCHEMAS,
          success(
            JSON.stringify({
              active: JSON.stringify({
                tables: [
                  { tableName: 'other', indexes: [], searchIndexes: [], documentType: { type: 'any' } },
                  {
                    tableName: 'users',
                    indexes: [{ indexDescriptor: 'by_email', fields: ['email'] }],
                    searchIndexes: [{ indexDescriptor: 'search_name', searchField: 'name', filterFields: ['team'] }],
                    vectorIndexes: [
                      { indexDescriptor: 'by_face', vectorField: 'face', dimensions: 512, filterFields: [] },
                    ],
                    documentType: {
                      type: 'object',
                      value: {
                        email: { fieldType: { type: 'string' }, optional: false },
                        team: { fieldType: { type: 'id', tableName: 'teams' }, optional: true },
                      },
                    },
                  },
                ],
                schemaValidation: true,
              }),
            }),
          ),
        ),
      ],
    },
    '{"name":"users","source":"declared","validated":true,"fields":[{"name":"email","type":"string","optional":false},{"name":"team","type":"id<teams>","optional":true}],' +
      '"indexes":[{"name":"by_email","fields":["email"]}],"search_indexes":[{"name":"search_name","search_field":"name","filter_fields":["team"]}],' +
      '"vector_indexes":[{"name":"by_face","vector_field":"face","dimensions":512,"filter_fields":[]}],' +
      '"document_type":{"type":"object","value":{"email":{"fieldType":{"type":"string"},"optional":false},"team":{"fieldType":{"type":"id","tableName":"teams"},"optional":true}}}}',
  ),
  works(
    'inferred, where the project declares nothing',
    'get_table',
    {
      lua: '("events")',
      text: '{"table":"events"}',
      steps: [
        post('/api/query', SCHEMAS, success('{}')),
        get(
          '/api/shapes2',
          '{"events":{"type":"Object","fields":[{"fieldName":"_id","optional":false,"shape":{"type":"Id","tableName":"events"}},{"fieldName":"ok","optional":true,"shape":{"type":"Boolean"}}]}}',
        ),
      ],
    },
    '{"name":"events","source":"inferred","validated":false,"fields":[{"name":"ok","type":"boolean","optional":true}],"indexes":[],"search_indexes":[],"vector_indexes":[],' +
      '"shape":{"type":"Object","fields":[{"fieldName":"_id","optional":false,"shape":{"type":"Id","tableName":"events"}},{"fieldName":"ok","optional":true,"shape":{"type":"Boolean"}}]}}',
  ),
  fails(
    'neither declared nor there',
    'get_table',
    {
      lua: '{ table = "__proto__" }',
      text: '{"table":"__proto__"}',
      steps: [
        post('/api/query', SCHEMAS, success('{"active":"{\\"tables\\":[]}"}')),
        get('/api/shapes2', '{"users":{"type":"Never"}}'),
      ],
    },
    'not_found',
    'Convex has no table `__proto__`',
  ),

  works(
    'a deployment in the cloud',
    'get_current_user',
    {
      lua: '()',
      text: '{}',
      steps: [
        get(
          '/api/v1/deployment_info',
          '{"kind":"cloud","teamId":1,"projectId":2,"projectName":"Chat","projectSlug":"chat","id":3,"deploymentType":"prod","reference":null}',
        ),
      ],
    },
    '{"kind":"cloud","deployment_id":3,"deployment_type":"prod","project_id":2,"project_name":"Chat","project_slug":"chat","team_id":1}',
  ),
  works(
    'a deployment that has a name of its own',
    'get_current_user',
    {
      lua: '{}',
      text: '{}',
      steps: [get('/api/v1/deployment_info', '{"kind":"cloud","id":4,"deploymentType":"dev","reference":"dev/ada"}')],
    },
    '{"kind":"cloud","deployment_id":4,"deployment_type":"dev","reference":"dev/ada"}',
  ),
  works(
    'a deployment of somebody',
    'get_current_user',
    { lua: '{}', text: '{}', steps: [get('/api/v1/deployment_info', '{"kind":"selfHosted"}')] },
    '{"kind":"selfHosted"}',
  ),
]
