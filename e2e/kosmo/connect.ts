// A client of the SDK that starts the installed `kosmo mcp:serve`, as an agent does.
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import {
  type CallToolResult,
  type ClientCapabilities,
  ElicitRequestSchema,
  type ElicitResult,
  type Progress,
} from '@modelcontextprotocol/sdk/types.js'
import { type Kosmo } from './install.ts'

export interface Agent extends AsyncDisposable {
  client: Client
  /** What the client was asked, in order. */
  asked: string[]
  call(name: string, args: object, options?: CallOptions): Promise<CallToolResult & { structuredContent: Structured }>
}

export type Structured = Record<string, unknown>

interface CallOptions {
  signal?: AbortSignal
  onprogress?: (progress: Progress) => void
}

/** @param answer how the person behind the client answers; left out, the client cannot ask */
export async function connect(
  kosmo: Kosmo,
  options: string[],
  env: Record<string, string> = {},
  answer?: () => ElicitResult | Promise<ElicitResult>,
): Promise<Agent> {
  const asked: string[] = []
  const capabilities: ClientCapabilities = answer ? { elicitation: {} } : {}
  const client = new Client({ name: 'test', version: '1' }, { capabilities })
  if (answer) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params.message)
      return answer()
    })
  }
  const transport = new StdioClientTransport({
    command: join(kosmo.folder, 'node_modules/.bin/kosmo'),
    args: ['mcp:serve', ...options],
    cwd: kosmo.folder,
    env: { PATH: process.env['PATH']!, ...env },
    stderr: 'inherit',
  })
  // A line on standard output that is no message ends the test.
  const faults: Error[] = []
  client.onerror = (error) => faults.push(error)
  await client.connect(transport)
  // The client checks every answer against the schema of its tool once it knows the tools.
  await client.listTools()
  return {
    client,
    asked,
    async call(name, args, given = {}) {
      const request = { name, arguments: args as Record<string, unknown> }
      return (await client.callTool(request, undefined, { timeout: 100_000, ...given })) as never
    },
    async [Symbol.asyncDispose]() {
      await client.close()
      if (faults.length) throw new AggregateError(faults, 'the client met faults')
    },
  }
}
