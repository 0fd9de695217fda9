import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail as the server took it. */
export type Taken = { from: string; to: string[]; data: string }

/**
 * A small SMTP server (RFC 5321) that keeps what it takes and refuses as real ones do: commands out of order, a sign-in other
 * than `myna:open sesame`, the recipient `nobody@…` for good and `later@…` for now.
 */
export async function openMailServer() {
  const taken: Taken[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    let mail: Taken = { from: '', to: [], data: '' }
    let [signedIn, inData, waiting] = [false, false, '']
    const say = (line: string) => socket.write(`${line}\r\n`)
    const obey = (line: string) => {
      const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
      switch (verb.toUpperCase()) {
        case 'EHLO':
          return say('250-test\r\n250-AUTH PLAIN\r\n250 8BITMIME')
        case 'AUTH':
          signedIn = rest === `PLAIN ${Buffer.from('\0myna\0open sesame').toString('base64')}`
          return say(signedIn ? '235 2.7.0 welcome' : '535 5.7.8 wrong')
        case 'MAIL':
          if (!signedIn) return say('530 5.7.0 sign in first')
          mail = { from: /<(.*?)>/.exec(rest)![1]!, to: [], data: '' }
          return say('250 2.1.0 ok')
        case 'RCPT': {
          const to = /<(.*?)>/.exec(rest)![1]!
          if (mail.from === '') return say('503 5.5.1 who sends it?')
          if (to.startsWith('nobody@')) return say('550 5.1.1 no such person')
          if (to.startsWith('later@')) return say('451 4.3.0 come back later')
          mail.to.push(to)
          return say('250 2.1.5 ok')
        }
        case 'DATA':
          if (mail.to.length === 0) return say('503 5.5.1 to whom?')
          inData = true
          return say('354 go on')
        case 'RSET':
          mail = { from: '', to: [], data: '' }
          return say('250 2.0.0 ok')
        case 'QUIT':
          say('221 2.0.0 bye')
          return socket.end()
        default:
          return say('502 5.5.2 what?')
      }
    }
    say('220 test')
    socket.on('data', (chunk) => {
      waiting += chunk.toString('utf8')
      for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + 2)
        if (!inData) obey(line)
        else if (line === '.') {
          inData = false
          taken.push(mail)
          say('250 2.0.0 taken')
        } else mail.data += `${line.startsWith('..') ? line.slice(1) : line}\r\n`
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    taken,
    url: (user = 'myna', password = 'open sesame') => `smtp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    async close() {
      for (const it of sockets) it.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
