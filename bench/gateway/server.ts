import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemoryCache, createMemoryCounters, createMemoryFanOut } from '@myna/engine-memory'
import { createGateway } from '@myna/gateway'
import { createHouse, createLog, createUpstreams, createVault, migrateAll, openDatabase, serve } from '@myna/kernel'
import fastify from 'fastify'
import { type Dispatcher, Pool } from 'undici'
import { canned } from './canned.ts'

// A process of its own for each server: `canned` answers, `dispatch`, `fastify` and `gateway` stand in front. Says its port, and answers what it is asked.
type Options = { upstreams?: readonly string[]; file?: string }

const [, , kind, given] = process.argv
const options = JSON.parse(given!) as Options
const open: Record<string, () => Promise<Server>> = { canned: cannedServer, dispatch: dispatchServer, fastify: fastifyServer, gateway: gatewayServer }
const server = await open[kind!]!()
if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
process.on('disconnect', () => process.exit(0))
process.send!({ port: (server.address() as AddressInfo).port })

async function cannedServer(): Promise<Server> {
  const answers = new Map(Object.entries(canned).map(([path, answer]) => [path, JSON.stringify(answer)]))
  return createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
    const body = answers.get(request.url!)
    request.resume()
    response.writeHead(body ? 200 : 404, ['content-type', 'application/json', 'content-length', String(body ? Buffer.byteLength(body) : 0)])
    response.end(body)
  })
}

/** undici's dispatch and nothing else: no caller, no rules, headers as they come. */
async function dispatchServer(): Promise<Server> {
  const pool = new Pool(options.upstreams![0]!, { connections: 128 })
  return createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
    const { connection: _, host: __, ...headers } = request.headers
    pool.dispatch(
      { path: request.url!, method: request.method as Dispatcher.HttpMethod, headers, body: request.method === 'GET' ? null : request },
      {
        onRequestStart() {},
        onResponseStart(_controller, status, answered) {
          const { connection: ___, 'transfer-encoding': ____, ...rest } = answered
          response.writeHead(status, rest)
        },
        onResponseData(controller, chunk) {
          if (response.write(chunk)) return
          controller.pause()
          response.once('drain', () => controller.resume())
        },
        onResponseEnd() {
          response.end()
        },
        onResponseError() {
          response.destroy()
        },
      },
    )
  })
}

async function fastifyServer(): Promise<Server> {
  const app = fastify()
  const { default: proxy } = await import('@fastify/http-proxy')
  await app.register(proxy, { upstream: options.upstreams![0]!, undici: { connections: 128, pipelining: 1 } })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server
}

/** The gateway as a process of the product has it, in front of services that are all elsewhere. */
async function gatewayServer(): Promise<Server> {
  const secret = new Uint8Array(32).fill(1)
  const log = createLog({ level: 'silent' })
  const database = await openDatabase({ log })
  const upstreams = await createUpstreams({
    addresses: options.upstreams ? { brain: options.upstreams, identity: options.upstreams } : {},
    file: options.file,
    fileMs: 100,
    log,
  })
  const gateway = createGateway()
  await migrateAll(database, [gateway], log)
  const counters = createMemoryCounters()
  const ports = {
    publicUrl: 'http://localhost',
    operatorToken: 'op_bench',
    consoleFolder: undefined,
    upstreams,
    fanOut: createMemoryFanOut(),
    cache: createMemoryCache({ maxBytes: 32_000_000 }),
    counters,
    limitFactor: 1_000_000,
    secret,
    version: 'bench',
  }
  const { contracts } = await import('@myna/contracts')
  const house = await createHouse({ services: [gateway], upstreams, contracts, database, ports: { gateway: ports }, vault: createVault(secret), secret, log })
  const { app } = await serve({ house, log, secret, version: 'bench', ready: async () => undefined })
  await house.start()
  await app.listen({ port: 0, host: '127.0.0.1' })
  process.on('message', () => process.send!(upstreams.list()))
  return app.server
}
