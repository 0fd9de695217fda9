import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { readInPlace } from './read-in-place.ts'

it('hands over what came before and what comes, in order, from one place, and nothing while it is paused', async () => {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay()
  const [near] = (await once(server, 'connection')) as [Socket]
  try {
    near.pause()
    client.write('before ')
    await new Promise((resolve) => setTimeout(resolve, 30))
    let heard = ''
    const places = new Set<ArrayBufferLike>()
    readInPlace(near, (bytes) => {
      heard += bytes.toString()
      if (heard.length > 'before '.length) places.add(bytes.buffer)
    })
    near.resume()
    for (const word of ['one ', 'two ', 'three ']) {
      client.write(word)
      await expect.poll(() => heard.endsWith(word)).toBe(true)
    }
    expect(heard).toBe('before one two three ')
    expect(places.size === 1 || process.platform === 'win32').toBe(true)
    near.pause()
    client.write('later')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(heard).toBe('before one two three ')
    near.resume()
    await expect.poll(() => heard).toBe('before one two three later')
    const ended = once(near, 'close')
    client.end()
    near.end()
    await ended
  } finally {
    client.destroy()
    server.close()
  }
})

it('of a connection that is no socket of this process hands over buffers as they come', async () => {
  const connection = new PassThrough()
  let heard = ''
  readInPlace(connection, (bytes) => (heard += bytes.toString()))
  connection.write('one ')
  connection.write('two')
  await expect.poll(() => heard).toBe('one two')
})
