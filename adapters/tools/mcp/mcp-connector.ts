import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { CallToolResultSchema, ErrorCode, ListToolsResultSchema, McpError, type Tool } from '@modelcontextprotocol/sdk/types.js'
import { PortFault } from '@myna/ports/fault'
import type { HostedTool, McpConnector, ToolCall, ToolHost } from '@myna/ports/tool-host'
import { faultOf } from '#fault-of.ts'
import { type McpSession, openSession } from '#mcp-session.ts'
import { readableResult } from '#readable-result.ts'
import { safeNames } from '#tool-names.ts'

const mostTools = 200
const mostPages = 200
const listMs = 15_000
const longestAnswer = 1_000_000

type Options = {
  /** Refuses private addresses and follows no redirect. */
  fetch: typeof globalThis.fetch
  /** How long a session stays open after its last use; a minute unless said. */
  idleMs?: number
}
type Limits = { timeoutMs: number; signal: AbortSignal }

/**
 * Connects to MCP servers over streamable HTTP. A host opens its session on first use, keeps it for a while, and opens another after a failure. What a
 * server says of its tools is taken as data: nothing of it is compiled or run here.
 */
export function createMcpConnector({ fetch, idleMs = 60_000 }: Options): McpConnector {
  return ({ url, headers }) => {
    let opening: Promise<McpSession> | undefined
    let idle: NodeJS.Timeout | undefined
    let busy = 0
    let originals = new Map<string, string>()

    const drop = async (session = opening) => {
      if (session === opening) opening = undefined
      clearTimeout(idle)
      await session?.then(
        (it) => it.close(),
        () => {},
      )
    }
    /** Works in the open session or a fresh one; a server that has forgotten the session is asked once more in another. */
    const inSession = async <R>(limits: Limits, work: (session: McpSession) => Promise<R>): Promise<R> => {
      clearTimeout(idle)
      busy++
      const wasOpen = opening !== undefined
      const mine = (opening ??= openSession({ url, headers, fetch, maxBytes: longestAnswer, ...limits }))
      try {
        return await work(await mine)
      } catch (error) {
        // Others may be waiting in a session that was only slow for this one.
        if (limits.signal.aborted ? busy === 1 : isBroken(error)) void drop(mine)
        limits.signal.throwIfAborted()
        const isForgotten = error instanceof StreamableHTTPError && (error.code === 404 || error.code === 400)
        if (wasOpen && isForgotten) return await inSession(limits, work)
        throw error
      } finally {
        if (--busy === 0 && opening !== undefined) idle = setTimeout(() => void drop(), idleMs).unref()
      }
    }
    const withFaults = async <R>({ timeoutMs, signal }: Limits, work: (limits: Limits) => Promise<R>): Promise<R> => {
      const late = AbortSignal.timeout(timeoutMs)
      try {
        signal.throwIfAborted()
        return await work({ timeoutMs, signal: AbortSignal.any([signal, late]) })
      } catch (error) {
        if (signal.aborted) throw new PortFault('The server was not waited for any longer.', { retryable: false, cause: error })
        if (late.aborted) throw new PortFault(`The server did not answer within ${timeoutMs / 1000} seconds.`, { retryable: false, cause: error })
        throw faultOf(error)
      }
    }
    const listAll = (limits: Limits) =>
      inSession(limits, async ({ client }) => {
        const tools: Tool[] = []
        let cursor: string | undefined
        for (let pages = 0; pages < mostPages && tools.length < mostTools; pages++) {
          const page = await client.request({ method: 'tools/list', params: cursor === undefined ? {} : { cursor } }, ListToolsResultSchema, optionsOf(limits))
          tools.push(...page.tools)
          cursor = page.nextCursor
          if (cursor === undefined) break
        }
        const names = safeNames(tools.slice(0, mostTools).map((it) => it.name))
        originals = new Map([...names].map(([original, safe]) => [safe, original]))
        return [...new Map(tools.slice(0, mostTools).map((it) => [it.name, hostedTool(it, names.get(it.name)!)])).values()]
      })

    const host: ToolHost = {
      list: (signal) => withFaults({ timeoutMs: listMs, signal }, listAll),
      run: (call: ToolCall) =>
        withFaults(call, async (limits) => {
          if (!originals.has(call.name)) await listAll(limits)
          const name = originals.get(call.name)
          if (name === undefined) throw new PortFault('The server no longer has this tool.', { retryable: false })
          const request = {
            method: 'tools/call' as const,
            params: { name, arguments: call.arguments, _meta: { 'myna/idempotency-key': call.idempotencyKey } },
          }
          const answer = await inSession(limits, ({ client }) => client.request(request, CallToolResultSchema, optionsOf(limits)))
          const result = readableResult(answer)
          if (Buffer.byteLength(JSON.stringify(result)) > call.maxBytes)
            throw new PortFault(`The server answered more than ${Math.round(call.maxBytes / 1000)} KB.`, { retryable: false })
          return result
        }),
      close: () => drop(),
    }
    return host
  }
}

/** Whether a session is of no more use: everything but a refusal of the server in its own protocol. */
function isBroken(error: unknown): boolean {
  return !(error instanceof PortFault) && !(error instanceof McpError && error.code !== ErrorCode.ConnectionClosed)
}

const optionsOf = ({ timeoutMs, signal }: Limits) => ({ signal, timeout: timeoutMs, maxTotalTimeout: timeoutMs })

function hostedTool(tool: Tool, name: string): HostedTool {
  return {
    name,
    title: (tool.title ?? tool.annotations?.title ?? tool.name).slice(0, 120).toWellFormed().trim() || name,
    description: (tool.description ?? '').slice(0, 2000).toWellFormed(),
    parameters: tool.inputSchema as HostedTool['parameters'],
  }
}
