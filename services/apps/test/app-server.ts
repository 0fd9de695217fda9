import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an application was asked. */
export type Asked = { method: string; url: string; headers: IncomingHttpHeaders }

/** An application on this machine: it answers its health question with a status that can be changed, and remembers what it was asked. */
export async function openAppServer() {
  const asked: Asked[] = []
  let answer: number | 'nothing' | 'garbage' | ((request: IncomingMessage, response: ServerResponse) => void) = 200
  const server = createServer((request, response) => {
    asked.push({ method: request.method!, url: request.url!, headers: request.headers })
    if (typeof answer === 'function') return answer(request, response)
    if (answer === 'garbage') return void request.socket.end('this is no HTTP\r\n\r\n')
    if (answer === 'nothing') return void request.socket.destroy()
    response.writeHead(answer).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    answerWith(it: typeof answer) {
      answer = it
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
