import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { ConfigRefusal } from '#config.ts'

/** A socket of the operating system that listens, which may be passed to another process. */
export type ListeningSocket = { readonly fd: number; close(): void }

/** A server that listens, on one address or on all that a name has. */
export type Listening = {
  port: number
  sockets: ListeningSocket[]
  /** Ends what the HTTP server does not end by itself. */
  close(): Promise<void>
}

/**
 * Lets a server listen at a host, which may have several addresses as `localhost` has, or at sockets that listened for an earlier process. Throws a refusal
 * with a sentence for people when the port cannot be had.
 */
export async function listen(server: HttpServer, { host, port }: { host: string; port: number }, given: readonly ListeningSocket[] = []): Promise<Listening> {
  const [first, ...more] = given.length > 0 ? given : host === 'localhost' ? await addressesOf(host) : [host]
  await open(server, first!, port).catch((error: unknown) => {
    throw refusalOf(error, port)
  })
  const bound = server.address() as AddressInfo
  const others: Server[] = []
  for (const it of more) {
    const other = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
    // The first address is what people were promised; a machine may name others that it does not have.
    const opened = await open(other, it, bound.port).then(
      () => true,
      () => false,
    )
    if (opened) others.push(other)
  }
  return {
    port: bound.port,
    sockets: [server, ...others].map(socketOf),
    close: async () => void (await Promise.all(others.map((it) => new Promise((done) => it.close(done))))),
  }
}

async function open(server: Server, at: string | ListeningSocket, port: number): Promise<void> {
  const listening = once(server, 'listening')
  if (typeof at === 'string') server.listen({ host: at, port })
  else server.listen(at)
  await listening
}

async function addressesOf(name: string): Promise<string[]> {
  return [...new Set((await lookup(name, { all: true })).map((it) => it.address))]
}

/** Node names no way to a server's socket that leaves it unread where it is sent. */
function socketOf(server: Server): ListeningSocket {
  return (server as unknown as { _handle: ListeningSocket })._handle
}

function refusalOf(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new ConfigRefusal(`Port ${port} is taken by another program. Stop it, or set PORT to another one.`)
  if (code === 'EACCES') return new ConfigRefusal(`Port ${port} may not be used by this user. Set PORT to one above 1023.`)
  return error
}
