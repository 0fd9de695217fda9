import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** A Myna of its own for a test: the real program on a fresh data folder, which may crawl this machine. */
export async function startMyna() {
  const folder = await mkdtemp(join(tmpdir(), 'myna-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    MYNA_DATA: folder,
    MYNA_CRAWL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_APP_ALLOW_HOSTS: '127.0.0.1',
    MYNA_LOG_LEVEL: 'warn',
    DATABASE_URL: '',
  }
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  for (let waited = 0; ; waited += 200) {
    if (child.exitCode !== null) throw new Error(`Myna did not start: ${log}`)
    const ready = await fetch(`${url}/ready`).then(
      (it) => it.ok,
      () => false,
    )
    if (ready) break
    if (waited > 60_000) throw new Error(`Myna is not ready: ${log}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    url,
    folder,
    log: () => log,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A website served on this machine. */
export async function startSite(pages: Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://site').pathname]
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '<h1>Not found</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => new Promise((resolve) => server.close(resolve)) }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
