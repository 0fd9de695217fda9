import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

type Value = { stringValue?: string; intValue?: number; doubleValue?: number; boolValue?: boolean }
type Span = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: Value }[]
  status?: { code?: number }
}

/** What a collector does with the next request, instead of taking it. */
export type Mood = 'well' | 'stalls' | 'is-full' | 'is-broken' | 'hangs-up'

/** A collector of OTLP over HTTP (OTLP 1.x, section "OTLP/HTTP") that keeps what it takes, and refuses what a real one refuses. */
export async function openCollector(it: { token?: string } = {}) {
  const spans: Span[] = []
  const services: string[] = []
  const refusals: string[] = []
  const held = new Set<ServerResponse>()
  let requests = 0
  let mood: Mood = 'well'
  const server = createServer((request, response) => {
    requests++
    const refuse = (status: number, why: string) => {
      refusals.push(why)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: why }))
    }
    if (mood === 'hangs-up') return void request.socket.destroy()
    if (mood === 'stalls') return void held.add(response)
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (mood === 'is-full') return void response.writeHead(429, { 'retry-after': '30' }).end()
      if (mood === 'is-broken') return refuse(500, 'broken')
      if (request.method !== 'POST' || request.url !== '/v1/traces') return refuse(404, `no ${request.method} ${request.url}`)
      if (it.token && request.headers.authorization !== `Bearer ${it.token}`) return refuse(401, 'no token')
      if (request.headers['content-type'] !== 'application/json') return refuse(415, String(request.headers['content-type']))
      const raw = Buffer.concat(parts)
      const why = take(JSON.parse((request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8')))
      if (why) return refuse(400, why)
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"partialSuccess":{}}')
    })
  })

  /** Why a request cannot be taken; undefined when it was. */
  function take(body: {
    resourceSpans?: { resource?: { attributes: { key: string; value: Value }[] }; scopeSpans: { spans: Span[] }[] }[]
  }): string | undefined {
    const taken: Span[] = []
    for (const { resource, scopeSpans } of body.resourceSpans ?? []) {
      const name = resource?.attributes.find((attribute) => attribute.key === 'service.name')?.value.stringValue
      if (!name) return 'a resource without service.name'
      services.push(name)
      for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
        if (!/^[0-9a-f]{32}$/.test(span.traceId) || /^0+$/.test(span.traceId)) return 'a trace id that is none'
        if (!/^[0-9a-f]{16}$/.test(span.spanId) || /^0+$/.test(span.spanId)) return 'a span id that is none'
        if (span.parentSpanId && !/^[0-9a-f]{16}$/.test(span.parentSpanId)) return 'a parent id that is none'
        if (!/^\d+$/.test(span.startTimeUnixNano) || BigInt(span.endTimeUnixNano) < BigInt(span.startTimeUnixNano)) return 'times that cannot be'
        if (!(span.kind >= 1 && span.kind <= 5) || span.name === '') return 'a span without kind or name'
        if (new Set(span.attributes.map((attribute) => attribute.key)).size < span.attributes.length) return 'an attribute twice'
        taken.push(span)
      }
    }
    if (taken.length === 0) return 'nothing'
    spans.push(...taken)
    return undefined
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    services,
    refusals,
    get requests() {
      return requests
    },
    become(next: Mood) {
      mood = next
    },
    async [Symbol.asyncDispose]() {
      for (const response of held) response.destroy()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
