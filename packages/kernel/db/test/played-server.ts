import { createServer, type Socket } from 'node:net'

/** What a PostgreSQL that is played says to a connection: that it is starting, nothing, that it is in recovery, that a password is wrong, or what is asked. */
export type Mood = 'starting' | 'hangs up' | 'recovering' | 'refuses' | 'well'

/** A PostgreSQL that meets each connection and each question in the next of its moods, the last for ever; a question gets the answer to the one of a start. */
export async function playServer(...moods: [Mood, ...Mood[]]) {
  const sockets = new Set<Socket>()
  let at = 0
  let greeted = 0
  const mood = () => moods[Math.min(at, moods.length - 1)]!
  const server = createServer((socket) => {
    sockets.add(socket)
    greeted++
    let isGreeted = false
    socket.on('error', () => {})
    socket.on('data', (data) => {
      const isQuestion = isGreeted && data[0] === 'Q'.charCodeAt(0)
      const now = mood()
      if (isQuestion || (!isGreeted && isAway(now))) at++
      if (!isGreeted && now === 'starting') socket.end(failure('57P03', 'the database system is starting up'))
      else if (!isGreeted && now === 'refuses') socket.end(failure('28P01', 'password authentication failed'))
      else if (isAway(now)) socket.destroy()
      else if (isQuestion) socket.write(Buffer.concat([...answer(now === 'recovering'), ready]))
      else if (!isGreeted) socket.write(Buffer.concat([message('R', int32(0)), ready]))
      isGreeted = true
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `postgres://me:hidden@127.0.0.1:${port}/db`,
    greeted: () => greeted,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const isAway = (mood: Mood) => mood === 'starting' || mood === 'refuses' || mood === 'hangs up'

const int16 = (it: number) => Buffer.from([it >> 8, it & 255])
function int32(it: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(it)
  return bytes
}
const text = (it: string) => Buffer.from(`${it}\0`)

/** A message of the protocol of PostgreSQL, version 3.0. */
function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

const ready = message('Z', Buffer.from('I'))
const failure = (code: string, why: string) => message('E', text('SFATAL'), text('VFATAL'), text(`C${code}`), text(`M${why}`), Buffer.from([0]))

function answer(recovering: boolean): Buffer[] {
  const column = (name: string, type: number) => Buffer.concat([text(name), int32(0), int16(0), int32(type), int16(-1 & 0xffff), int32(-1), int16(0)])
  const value = (it: string) => Buffer.concat([int32(it.length), Buffer.from(it)])
  return [
    message('T', int16(2), column('version', 25), column('recovering', 16)),
    message('D', int16(2), value('160004'), value(recovering ? 't' : 'f')),
    message('C', text('SELECT 1')),
  ]
}
