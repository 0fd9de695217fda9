import { createConnection, createServer, type Socket } from 'node:net'
import { freePort } from '#test/place.ts'

/** A way to a server that can be cut. */
export type Wire = {
  readonly port: number
  /** Breaks every connection and lets no new one through. */
  cut(): void
  /** Connections stand, and nothing passes. */
  hold(): void
  mend(): void
  close(): Promise<void>
}

/** Opens a wire to a port of this machine. */
export async function openWire(to: number): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: 'whole' | 'cut' | 'held' = 'whole'
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = createConnection({ port: to, host: '127.0.0.1' })
    const pair = [near, far] as const
    pairs.add(pair)
    const end = () => {
      near.destroy()
      far.destroy()
      pairs.delete(pair)
    }
    for (const [from, into] of [pair, [far, near] as const]) {
      from.setNoDelay(true).on('error', end).on('close', end)
      from.pipe(into)
      if (state === 'held') from.pause()
    }
  })
  const port = await freePort()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const all = () => [...pairs].flat()
  return {
    port,
    cut() {
      state = 'cut'
      for (const it of all()) it.destroy()
    },
    hold() {
      state = 'held'
      for (const it of all()) it.pause()
    },
    mend() {
      state = 'whole'
      for (const it of all()) it.resume()
    },
    async close() {
      for (const it of all()) it.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
