import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** Where a Myna is reached, and the folder its mails are written to. */
export type Myna = { url: string; folder: string }

/**
 * A Myna of its own for a test: the real program on a fresh data folder, which may reach this machine, and which counts requests but holds nobody
 * back, for all tests come from one address. `more`: further settings of its environment.
 */
export async function startMyna(more: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'myna-journey-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    PORT: String(port),
    MYNA_DATA: folder,
    MYNA_CRAWL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_APP_ALLOW_HOSTS: '127.0.0.1',
    MYNA_MODEL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_TOOL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_LIMIT_FACTOR: '1000',
    MYNA_LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    ...more,
  }
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const until = Date.now() + 90_000
  while (!(await isReady(url))) {
    if (child.exitCode === null && Date.now() < until) await sleep(100)
    else {
      child.kill('SIGKILL')
      throw new Error(`Myna ${child.exitCode === null ? 'is not ready after 90 s' : 'did not start'}: ${log}`)
    }
  }
  return {
    url,
    folder,
    log: () => log,
    async stop() {
      child.kill('SIGTERM')
      // One that does not end when asked must not hold up the suite.
      const forced = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await ended
      clearTimeout(forced)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) }).then(
    (it) => it.ok,
    () => false,
  )

/** A website served on this machine. */
export async function startSite(pages: Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://site').pathname]
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '<h1>Not found</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  }
}

/** A port of this machine that is free now. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
