import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a port of this machine that can be made to swallow what goes over the connections there are; new ones work. */
export async function openPath(port: number): Promise<{ url: string; swallow(): void; [Symbol.asyncDispose](): Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const it of [near, far]) {
      open.add(it)
      it.on('error', () => {})
      it.on('close', () => {
        open.delete(it)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow() {
      for (const it of open) it.unpipe().resume()
    },
    async [Symbol.asyncDispose]() {
      for (const it of open) it.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
