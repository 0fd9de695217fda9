import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A TCP line to the broker that breaks in the ways lines do. */
export type LeakyPipe = Awaited<ReturnType<typeof openLeakyPipe>>

/** Listens on a port of its own and passes everything on to `host:port`. */
export async function openLeakyPipe(host: string, port: number) {
  const pairs = new Set<{ near: Socket; far: Socket }>()
  let silent = false
  let refusing = false
  const server = createServer((near) => {
    if (refusing) return near.destroy()
    const far = connect(port, host)
    const pair = { near, far }
    pairs.add(pair)
    const end = () => {
      near.destroy()
      far.destroy()
      pairs.delete(pair)
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    near.on('data', (bytes) => void (silent || far.write(bytes)))
    far.on('data', (bytes) => void (silent || near.write(bytes)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    /** Breaks all connections; new ones are refused until `mend`. */
    cut() {
      refusing = true
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy()
    },
    /** Swallows everything either side says, connections staying open. */
    silence: () => void (silent = true),
    /** Lets new connections through. Those that were silenced stay broken: bytes of theirs are missing. */
    mend() {
      refusing = false
      if (silent) for (const { near, far } of pairs) for (const socket of [near, far]) socket.destroy()
      silent = false
    },
    /** Says to every client, in the broker's place, that it takes no messages, or that it does again. */
    alarm(isOn: boolean) {
      for (const { near } of pairs) near.write(isOn ? blocked('low on memory') : unblocked)
    },
    async close() {
      this.cut()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A method frame on channel 0: type, channel, length, class 10, method, arguments, end (AMQP 0-9-1, 4.2.3; connection.blocked is 60, unblocked 61). */
function frame(method: number, args: Buffer): Buffer {
  const head = Buffer.alloc(11)
  head.writeUInt8(1, 0)
  head.writeUInt16BE(0, 1)
  head.writeUInt32BE(4 + args.length, 3)
  head.writeUInt16BE(10, 7)
  head.writeUInt16BE(method, 9)
  return Buffer.concat([head, args, Buffer.from([0xce])])
}
const blocked = (reason: string) => frame(60, Buffer.concat([Buffer.from([reason.length]), Buffer.from(reason)]))
const unblocked = frame(61, Buffer.alloc(0))
