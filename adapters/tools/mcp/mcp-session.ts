import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { createMcpFetch } from '#mcp-fetch.ts'

/** An open session with a server. */
export type McpSession = { client: Client; close(): Promise<void> }

/** Headers the protocol needs for itself. */
const ownHeaders = /^(?:host|connection|content-length|content-type|transfer-encoding|accept|mcp-.*)$/i

/** Opens a session. Rejects with whatever the SDK says. */
export async function openSession(options: {
  url: string
  headers: Readonly<Record<string, string>>
  fetch: typeof globalThis.fetch
  maxBytes: number
  timeoutMs: number
  signal: AbortSignal
}): Promise<McpSession> {
  const transport = new StreamableHTTPClientTransport(new URL(options.url), {
    fetch: createMcpFetch({ fetch: options.fetch, maxBytes: options.maxBytes, fail: (answer) => transport.onmessage?.(answer) }),
    requestInit: { headers: Object.fromEntries(Object.entries(options.headers).filter(([name]) => !ownHeaders.test(name))) },
    reconnectionOptions: { initialReconnectionDelay: 1000, maxReconnectionDelay: 1000, reconnectionDelayGrowFactor: 1, maxRetries: 0 },
  })
  const client = new Client({ name: 'myna', version: '0.1.0' })
  client.onerror = () => {}
  try {
    await client.connect(transport as Transport, { signal: options.signal, timeout: options.timeoutMs })
  } catch (error) {
    await client.close().catch(() => {})
    throw error
  }
  return {
    client,
    async close() {
      const said = transport.terminateSession().catch(() => {})
      await Promise.race([said, new Promise((done) => setTimeout(done, 500).unref())])
      await client.close().catch(() => {})
    },
  }
}
