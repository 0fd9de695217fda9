import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js'
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js'

/** How the server behaves towards requests that are no beginning of a session. */
export type Mood = 'well' | 'silent' | 'page' | 'broken_json' | 'no_answer' | 'stream_cut' | 'huge' | 'wrong_shape' | 'down' | 'busy'

const key = 'right-key'
const pageSize = 2

/** An MCP server with a diary: it keeps appointments, knows its key, lists its tools in pages, has moods, and dies and comes back when told to. */
export async function openDiaryServer(options: { json?: boolean } = {}) {
  const diary: { at: string; key: unknown }[] = []
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  let mood: Mood = 'well'
  let sessionCount = 0
  let closedEarly = 0
  let tools: { name: string; description?: string; title?: string; inputSchema: object; outputSchema?: object }[] = [
    {
      name: 'book-slot',
      title: 'Book a slot',
      description: 'Books.',
      inputSchema: { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] },
    },
    { name: 'listSlots', inputSchema: { type: 'object' }, outputSchema: { type: 'object', properties: { x: { type: 'string', pattern: '(a+)+$' } } } },
    { name: 'fail', inputSchema: { type: 'object' } },
    { name: 'picture', inputSchema: { type: 'object' } },
    { name: 'large', inputSchema: { type: 'object' } },
  ]

  function newServer(): Server {
    const server = new Server({ name: 'diary', version: '1.0.0' }, { capabilities: { tools: { listChanged: true } } })
    server.setRequestHandler(ListToolsRequestSchema, ({ params }) => {
      const from = Number(params?.cursor ?? 0)
      const next = from + pageSize
      return { tools: tools.slice(from, next) as never, ...(next < tools.length ? { nextCursor: String(next) } : {}) }
    })
    server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
      const { name, arguments: args = {} } = params
      const text = (it: string) => ({ content: [{ type: 'text' as const, text: it }] })
      if (!tools.some((it) => it.name === name)) throw new McpError(ErrorCode.InvalidParams, `Unknown tool ${name}`)
      if (name === 'book-slot') {
        if (diary.some((it) => it.at === args.at)) return { ...text('This slot is taken.'), isError: true }
        diary.push({ at: String(args.at), key: params._meta?.['myna/idempotency-key'] })
        return text(JSON.stringify({ booked: args.at }))
      }
      if (name === 'listSlots') return { ...text(''), structuredContent: { slots: diary.map((it) => it.at) } }
      if (name === 'fail') return { content: [], isError: true }
      if (name === 'picture') return { content: [{ type: 'image' as const, data: 'AAAA', mimeType: 'image/png' }] }
      if (name === 'large') return text('x'.repeat(300_000))
      return text(`called ${name}`)
    })
    return server
  }

  const moods: Record<Exclude<Mood, 'well'>, (response: ServerResponse, id: unknown) => void> = {
    silent: () => {},
    page: (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
    broken_json: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"jsonrpc":'),
    no_answer: (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(': nothing\n\n'),
    stream_cut: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: message\ndata: {"jsonrpc"')
      setTimeout(() => response.destroy(), 20)
    },
    huge: (response, id) =>
      void response
        .writeHead(200, { 'content-type': options.json ? 'application/json' : 'text/event-stream' })
        .end(`${options.json ? '' : 'data: '}${JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text: 'x'.repeat(5e6) }] } })}\n\n`),
    wrong_shape: (response, id) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', id, result: { content: 'none', tools: 7 } })),
    down: (response) => void response.writeHead(503).end('down'),
    busy: (response) => void response.writeHead(429).end('busy'),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end()
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const message = (text ? JSON.parse(text) : {}) as { id?: unknown; method?: string }
    if (mood !== 'well' && request.method === 'POST' && message.id !== undefined) return moods[mood](response, message.id)
    const sessionId = request.headers['mcp-session-id'] as string | undefined
    if (sessionId === undefined && message.method === 'initialize') {
      const transport = new StreamableHTTPServerTransport({
        sessionIdGenerator: randomUUID,
        enableJsonResponse: options.json ?? false,
        onsessioninitialized: (id) => void sessions.set(id, transport),
        onsessionclosed: (id) => void sessions.delete(id),
      })
      sessionCount++
      await newServer().connect(transport as Transport)
      return transport.handleRequest(request, response, message)
    }
    const transport = sessions.get(sessionId ?? '')
    if (!transport) return void response.writeHead(404).end('no such session')
    return transport.handleRequest(request, response, text ? message : undefined)
  }

  const listen = (port: number) => {
    const made = createServer((request, response) => {
      response.on('close', () => void (response.writableFinished || closedEarly++))
      answer(request, response).catch(() => response.destroy())
    })
    return new Promise<typeof made>((done) => made.listen(port, '127.0.0.1', () => done(made)))
  }
  let server = await listen(0)
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/mcp`,
    host: `127.0.0.1:${port}`,
    headers: { Authorization: `Bearer ${key}` },
    diary,
    sessionCount: () => sessionCount,
    openSessions: () => sessions.size,
    closedEarly: () => closedEarly,
    be: (it: Mood) => void (mood = it),
    setTools: (it: typeof tools) => void (tools = it),
    /** Forgets every session, as a server does that was restarted. */
    forget: () => sessions.clear(),
    async die(): Promise<void> {
      sessions.clear()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
    async comeBack(): Promise<void> {
      server = await listen(port)
    },
  }
}
