import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CallStep, CarrierProtocol, MediaCodec, MediaEvents } from '@myna/ports/carrier'
import { type WebSocket, WebSocketServer } from 'ws'

/** One webhook as the application got it. */
export type Told = { path: string; form: Record<string, string>; signature: string | undefined; url: string }
/** What the application does with one media socket; made anew for each. */
export type Talk = (socket: { codec: MediaCodec; send(message: string | Buffer): void; close(): void; terminate(): void }) => Partial<MediaEvents>

/** A small application that answers calls: `steps` say what each path answers (a number is a status without a body), `talk` speaks over streams. */
export async function playAnsweringApp(protocol: CarrierProtocol) {
  const told: Told[] = []
  const handshakes: { url: string; signature: string | undefined }[] = []
  const steps = new Map<string, (told: Told) => readonly CallStep[] | number | string>()
  const malformed: string[] = []
  let talk: Talk = () => ({})

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const path = request.url ?? ''
    const signature = request.headers[protocol.signatureHeader]
    const it: Told = { path, form: Object.fromEntries(new URLSearchParams(body)), signature: String(signature), url: `${baseUrl}${path}` }
    told.push(it)
    const answer = steps.get(path.split('?')[0] ?? '')?.(it) ?? 204
    if (typeof answer === 'number') return void response.writeHead(answer).end()
    if (typeof answer === 'string') return void response.writeHead(200, { 'content-type': 'text/xml' }).end(answer)
    const { contentType, body: written } = protocol.answer(answer)
    return void response.writeHead(200, { 'content-type': contentType }).end(written)
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  sockets.on('connection', (socket: WebSocket, request) => {
    handshakes.push({ url: `${baseUrl.replace('http', 'ws')}${request.url}`, signature: String(request.headers[protocol.signatureHeader]) })
    let on: Partial<MediaEvents> = {}
    const codec = protocol.openMedia({
      start: (it) => on.start?.(it),
      sound: (mulaw, atMs, sequence) => on.sound?.(mulaw, atMs, sequence),
      key: (digit) => on.key?.(digit),
      mark: (name) => on.mark?.(name),
      stop: () => on.stop?.(),
      malformed: (reason) => {
        malformed.push(reason)
        on.malformed?.(reason)
      },
    })
    on = talk({ codec, send: (message) => socket.send(message, { binary: false }), close: () => socket.close(), terminate: () => socket.terminate() })
    socket.on('message', (message: Buffer) => codec.read(message))
  })
  // Connections stay open: one that is closed just as it is used again fails for no reason of a test.
  server.keepAliveTimeout = 600_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    baseUrl,
    /** Where media streams go. */
    streamUrl: `${baseUrl.replace('http', 'ws')}/media`,
    at: (path: string) => `${baseUrl}${path}`,
    answer(path: string, steps_: readonly CallStep[] | number | string | ((told: Told) => readonly CallStep[] | number | string)): void {
      steps.set(path, typeof steps_ === 'function' ? steps_ : () => steps_)
    },
    talk(next: Talk): void {
      talk = next
    },
    told,
    handshakes,
    malformed,
    toldAt: (path: string) => told.filter((it) => it.path.split('?')[0] === path),
    async close(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
export type AnsweringApp = Awaited<ReturnType<typeof playAnsweringApp>>
