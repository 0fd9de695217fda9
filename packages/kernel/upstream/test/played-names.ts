import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'

type Record = { type: 'A'; address: string } | { type: 'SRV'; name: string; port: number; priority?: number }

/** Numbers of record types (RFC 1035, section 3.2.2; RFC 2782). */
const types = { A: 1, SRV: 33 } as const
const noSuchName = 3

/** A name server that answers with the records it holds (RFC 1035, section 4), and a resolver that asks it alone. */
export async function playNames(records: Map<string, Record[]>) {
  const server = createSocket('udp4')
  server.on('message', (query, { address, port }) => {
    const end = query.indexOf(0, 12) + 5
    const name = labelsIn(query, 12).join('.')
    const type = query.readUInt16BE(end - 4)
    const held = records.get(name)
    const answers = (held ?? []).filter((it) => types[it.type] === type).map(encode)
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(0x8180 | (held ? 0 : noSuchName), 2)
    head.writeUInt16BE(answers.length, 6)
    head.fill(0, 8)
    server.send(Buffer.concat([head, query.subarray(12, end), ...answers]), port, address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  const resolver = new Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([`127.0.0.1:${server.address().port}`])
  return { resolver, close: () => new Promise<void>((resolve) => void server.close(() => resolve())) }
}

function labelsIn(message: Buffer, from: number): string[] {
  const length = message[from]!
  return length === 0 ? [] : [message.toString('latin1', from + 1, from + 1 + length), ...labelsIn(message, from + 1 + length)]
}

/** A record whose name is the one in the question. */
function encode(record: Record): Buffer {
  const data =
    record.type === 'A'
      ? Buffer.from(record.address.split('.').map(Number))
      : Buffer.concat([
          numbers(record.priority ?? 0, 0, record.port),
          ...record.name.split('.').map((it) => Buffer.from(`${String.fromCharCode(it.length)}${it}`)),
          Buffer.from([0]),
        ])
  return Buffer.concat([numbers(0xc00c, types[record.type], 1, 0, 1, data.length), data])
}

function numbers(...of: number[]): Buffer {
  const bytes = Buffer.alloc(of.length * 2)
  for (const [at, it] of of.entries()) bytes.writeUInt16BE(it, at * 2)
  return bytes
}
