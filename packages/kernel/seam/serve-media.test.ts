import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { createLog } from '#log.ts'
import { createMediaHost, type MediaSocket } from './serve-media.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const it of open.splice(0)) it.close()
})

/** A socket of a media route and who is at its other end. */
async function converse(): Promise<{ near: MediaSocket; client: WebSocket }> {
  const host = createMediaHost(createLog({ level: 'silent' }))
  const { promise: taken, resolve } = Promise.withResolvers<MediaSocket>()
  const server = createServer().on('upgrade', (request, duplex, head) =>
    host.accept(request, duplex, head, async (near) => {
      resolve(near)
      return { message: (data, binary) => near.send(binary ? 'binary' : new Uint8Array(data)), closed: () => undefined }
    }),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  open.push({ close: () => server.close() }, { close: () => client.terminate() })
  const [near] = await Promise.all([taken, once(client, 'open')])
  return { near, client }
}

it('messages of every length arrive whole, as text, in the order in which they were sent', async () => {
  const { near, client } = await converse()
  const got: [text: string, binary: boolean][] = []
  client.on('message', (data: Buffer, binary: boolean) => got.push([data.toString(), binary]))
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000]
  const texts = lengths.map((length) => 'ग'.repeat(length / 3) + 'x'.repeat(length % 3))
  for (const text of texts) {
    near.send(Buffer.from(text))
    near.send(`then ${text.length}`)
  }
  client.send('echo')
  await expect.poll(() => got.length).toBe(2 * texts.length + 1)
  expect(got).toEqual([...texts.flatMap((text) => [text, `then ${text.length}`]), 'echo'].map((text) => [text, false]))
})

it('what is sent once the other end has gone is sent to nobody and harms nothing', async () => {
  const { near, client } = await converse()
  client.terminate()
  for (let at = 0; at < 50; at++) {
    near.send(Buffer.alloc(1_000))
    await new Promise((resolve) => setImmediate(resolve))
  }
  near.close()
  near.send(Buffer.alloc(10))
})
