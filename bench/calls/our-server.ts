import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { openOurCall } from './our-call.ts'
import { openOurHouse } from './our-house.ts'
import type { ServerReady } from './pipeline.ts'

// The product's own server for calls. Every call has a place of its own for its media, which the generator asks for at a second address.
const house = await openOurHouse({ answerMs: 4_000, resumeAfterMs: null }, () => undefined)
// As a server does once it listens.
setFlagsFromString('--heap-growing-percent=50')
let calls = 0
const places = createServer((_request, response) => {
  openOurCall(house, calls++).then(
    (place) => response.setHeader('content-type', 'application/json').end(JSON.stringify(place)),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`)
      response.writeHead(503).end('{}')
    },
  )
})
places.listen(0, '127.0.0.1', () => {
  const nextAt = `http://127.0.0.1:${(places.address() as AddressInfo).port}/`
  process.stdout.write(`${JSON.stringify({ port: house.port, nextAt } satisfies ServerReady)}\n`)
})
