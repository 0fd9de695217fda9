import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'

/** Whether a Redis server can be started on this machine. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** A Redis server that belongs to one test. */
export type RedisServer = {
  port: number
  url: string
  /** Asks it something as its administrator. */
  ask(...command: string[]): Promise<unknown>
  pause(): void
  resume(): void
  /** Ends it as a crash does. */
  kill(): Promise<void>
  /** Starts it again at the same port, empty. */
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts a Redis server at a port of its own, which keeps nothing on the disk. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'myna-redis-'))
  const port = await freePort()
  let child: ChildProcess
  async function start() {
    child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--logfile', '', ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const text of child.stdout!) if (String(text).includes('Ready to accept connections')) break
    // Breaking out has closed the pipe, which Redis bears.
  }
  async function kill() {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGCONT')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async ask(...command) {
      const client = createClient({ url: `redis://127.0.0.1:${port}` })
      await client.connect()
      try {
        return await client.sendCommand(command)
      } finally {
        client.destroy()
      }
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill,
    start,
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A port of this machine that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
