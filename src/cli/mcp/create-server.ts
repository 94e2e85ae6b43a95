// The MCP server of the command: lists the tools, checks what they are given, and answers in text and in structure.
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { type RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type ServerNotification,
  type ServerRequest,
} from '@modelcontextprotocol/sdk/types.js'
import { nearestName } from '../../contract/names.ts'
import { type Value } from '../../contract/value.ts'
import * as z from '../../contract/zod.ts'
import { type Envelope } from '../kosmo/envelope.ts'
import { askClient } from './ask-client.ts'
import { validator } from './validator.ts'
import { type Answer, type Tool, type Turn } from './tool.ts'

/** More calls at once are refused: each may hold a Lua machine. */
const MAX_CALLS = 16
/** Progress is told so long after it was made, the latest alone. */
const PROGRESS_MS = 100

export interface McpOptions {
  version: string
  instructions: string
  /** Answers questions of the server with yes; otherwise the client is asked, where it can be. */
  force: boolean
  /** Ends the calls under way. */
  signal: AbortSignal
}

export interface McpServer {
  server: Server
  /** Resolves when no call is under way. */
  whenIdle(): Promise<void>
}

type Extra = RequestHandlerExtra<ServerRequest, ServerNotification>

export function createMcpServer(tools: readonly Tool[], options: McpOptions): McpServer {
  const { version, instructions, signal } = options
  const server = new Server(
    { name: 'kosmo', title: 'KosmoKrator Lua', version },
    { capabilities: { tools: {} }, instructions, jsonSchemaValidator: validator },
  )
  const underWay = new Set<Promise<unknown>>()

  function openTurn(extra: Extra): Turn & { close(): void } {
    const token = extra._meta?.progressToken
    let latest = ''
    let progress = 0
    let timer: ReturnType<typeof setTimeout> | undefined

    // What is over soon needs no progress; and a client has let go of the token when it reads the answer beside it.
    function send(): void {
      timer = undefined
      if (token === undefined || extra.signal.aborted) return
      const params = { progressToken: token, progress: ++progress, message: latest }
      extra.sendNotification({ method: 'notifications/progress', params }).catch(() => undefined)
    }

    return {
      signal: AbortSignal.any([signal, extra.signal]),
      report(message) {
        latest = message
        timer ??= setTimeout(send, PROGRESS_MS)
      },
      decide: (request, aborted) =>
        options.force ? Promise.resolve('once') : askClient(server, request, AbortSignal.any([aborted, extra.signal])),
      close() {
        clearTimeout(timer)
      },
    }
  }

  async function callTool(name: string, given: unknown, extra: Extra): Promise<CallToolResult> {
    const tool = tools.find((known) => known.name === name)
    if (!tool) throw new McpError(ErrorCode.InvalidParams, explainUnknown(name, tools))
    if (underWay.size >= MAX_CALLS) {
      return toResult(fail(`${MAX_CALLS} calls are under way already; wait for one of them to end.`))
    }
    const input = tool.input.safeParse(given ?? {})
    if (!input.success) return toResult(fail(explainInput(tool, input.error)))
    const turn = openTurn(extra)
    const running = tool.run(input.data, turn)
    underWay.add(running)
    try {
      return toResult(await running)
    } finally {
      turn.close()
      underWay.delete(running)
    }
  }

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describeTool) }))
  server.setRequestHandler(CallToolRequestSchema, ({ params }, extra) => callTool(params.name, params.arguments, extra))
  return {
    server,
    async whenIdle() {
      while (underWay.size) await Promise.allSettled(underWay)
    },
  }
}

function describeTool({ name, title, description, input, output, annotations }: Tool) {
  // The draft that every client's validator knows.
  const asObject = (schema: z.ZodType, io: 'input' | 'output') => ({
    ...z.toJSONSchema(schema, { io, target: 'draft-7' }),
    type: 'object' as const,
  })
  return {
    ...{ name, title, description, annotations: { title, ...annotations } },
    inputSchema: asObject(input, 'input'),
    outputSchema: asObject(output, 'output'),
  }
}

function explainUnknown(name: string, tools: readonly Tool[]): string {
  const names = tools.map((tool) => tool.name)
  const near = nearestName(name, names)
  return `There is no tool ${name}.${near ? ` Did you mean ${near}?` : ''} The tools are ${names.join(', ')}.`
}

function explainInput(tool: Tool, { issues }: z.ZodError): string {
  const problems = issues.map(({ path, message }) => `${path.length ? `\`${path.join('.')}\`: ` : ''}${message}`)
  return `${tool.name} cannot be called so: ${problems.join('; ')}.`
}

function fail(error: string): Answer {
  return { text: error, envelope: { success: false, error } }
}

function toResult({ text, envelope }: Answer): CallToolResult {
  return {
    content: [{ type: 'text', text }],
    structuredContent: toPlain(envelope) as Envelope,
    ...(!envelope.success && { isError: true }),
  }
}

/** The value as JSON.stringify writes it with every digit, which it refuses of a `bigint`. */
function toPlain(value: Value): unknown {
  if (typeof value === 'bigint') return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(`${value}`)
  if (Array.isArray(value)) return value.map(toPlain)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]))
}
