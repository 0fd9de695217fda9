import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { createServer, type TLSSocket } from 'node:tls'
import type { Certificates } from '#upstream/certificates.ts'

/** How long a connection may say nothing, and how long a handshake may take. */
const patienceMs = 10_000
/** The first byte of a TLS handshake (RFC 8446, section 5.1); no HTTP request begins with it. */
const handshake = 0x16

/**
 * Lets a server speak TLS beside plain HTTP, on the same port: the first byte of a connection tells which it is. Others are asked for a certificate where they
 * must have one, and let in without: only their word for a caller is not believed.
 */
export function openSecureDoor(server: Server, certificates: Certificates): void {
  const accept = server.listeners('connection') as ((socket: Socket) => void)[]
  const handOn = (socket: Socket) => {
    for (const listener of accept) listener.call(server, socket)
  }
  const { isMutual } = certificates
  const secure = createServer({
    ...certificates.current(),
    requestCert: isMutual,
    rejectUnauthorized: false,
    handshakeTimeout: patienceMs,
    ALPNProtocols: ['http/1.1'],
  })
  secure.on('secureConnection', handOn)
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  certificates.onChange((texts) => secure.setSecureContext(texts))

  const silent = new Set<Socket>()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const end = () => socket.destroy()
    const forget = () => silent.delete(socket)
    silent.add(socket)
    socket.setTimeout(patienceMs, end)
    socket.on('error', end)
    socket.once('close', forget)
    socket.once('readable', () => {
      socket.setTimeout(0, end).off('error', end).off('close', forget)
      forget()
      const first = socket.read(1) as Buffer | null
      if (first === null) return void end()
      socket.unshift(first)
      if (first[0] === handshake) secure.emit('connection', socket)
      else handOn(socket)
    })
  })
  // Whoever has said nothing keeps no server from closing.
  const { close } = server
  server.close = (done) => {
    for (const it of silent) it.destroy()
    return close.call(server, done)
  }
}

/** What is wrong with the certificate at the other end of a connection; undefined when it is of our authority and in order. */
export function certificateTrouble(socket: Socket): string | undefined {
  const { encrypted, authorized, authorizationError } = socket as Partial<TLSSocket>
  if (!encrypted) return 'it is not over TLS; write https:// in the address'
  if (authorized) return undefined
  return `its certificate is not believed (${String(authorizationError ?? 'it has none')})`
}
