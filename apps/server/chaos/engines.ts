import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openWire, type Wire } from '#chaos/wire.ts'
import { freePort } from '#test/place.ts'

/** A server that Myna stands on, of this run alone, behind a wire. */
export type Engine = { name: string; wire: Wire; kill(): Promise<void>; pause(): void; resume(): void; start(): Promise<void>; close(): Promise<void> }

type Recipe = { name: string; port: number; user: string | undefined; command: string; args: string[]; env?: Record<string, string> }

/** Why an engine cannot be had on this machine, for whoever runs this. */
export class EngineMissing extends Error {
  override name = 'EngineMissing'
}

const startsWithinMs = 90_000

/** A PostgreSQL server with an empty database `myna` of the user `myna`. Throws `EngineMissing`. */
export async function openPostgres(folder: string): Promise<Engine> {
  const root = '/usr/lib/postgresql'
  const version = existsSync(root) ? readdirSync(root).sort().at(-1) : undefined
  if (!version) throw new EngineMissing('PostgreSQL is not installed (Debian package postgresql).')
  const bin = (name: string) => join(root, version, 'bin', name)
  const port = await freePort()
  const data = ownFolder(join(folder, 'postgres'), 'postgres')
  execFileSync(bin('initdb'), ['-D', data, '-U', 'myna', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'], { stdio: 'ignore', ...identityOf('postgres') })
  const args = ['-D', data, '-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200']
  const engine = await openEngine({ name: 'postgresql', port, user: 'postgres', command: bin('postgres'), args })
  execFileSync(bin('createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'myna', 'myna'], { stdio: 'ignore' })
  return engine
}

/** A Redis server that keeps nothing on disk. Throws `EngineMissing`. */
export async function openRedis(): Promise<Engine> {
  if (!existsSync('/usr/bin/redis-server')) throw new EngineMissing('Redis is not installed (Debian package redis-server).')
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  return openEngine({ name: 'redis', port, user: undefined, command: '/usr/bin/redis-server', args })
}

/** A RabbitMQ node. Throws `EngineMissing`. */
export async function openRabbit(folder: string): Promise<Engine> {
  const command = '/usr/lib/rabbitmq/bin/rabbitmq-server'
  if (!existsSync(command)) throw new EngineMissing('RabbitMQ is not installed (Debian package rabbitmq-server).')
  const port = await freePort()
  const home = ownFolder(join(folder, 'rabbit'), 'rabbitmq')
  writeFileSync(join(home, 'plugins'), '[].\n')
  const env = {
    HOME: home,
    RABBITMQ_NODENAME: `chaos${port}@localhost`,
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_DIST_PORT: String(await freePort()),
    RABBITMQ_MNESIA_BASE: home,
    RABBITMQ_LOG_BASE: home,
    RABBITMQ_ENABLED_PLUGINS_FILE: join(home, 'plugins'),
    RABBITMQ_CONFIG_FILE: join(home, 'none'),
  }
  return openEngine({ name: 'rabbitmq', port, user: 'rabbitmq', command, args: [], env })
}

async function openEngine(recipe: Recipe): Promise<Engine> {
  const wire = await openWire(recipe.port)
  let child: ChildProcess | undefined
  const signal = (name: NodeJS.Signals) => {
    try {
      // The whole group: some servers are several processes.
      if (child?.pid) process.kill(-child.pid, name)
    } catch {
      // It has ended by itself.
    }
  }
  const kill = async () => {
    const ended = child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    signal('SIGKILL')
    await ended
  }
  process.once('exit', () => signal('SIGKILL'))
  const start = async () => {
    const { command, args, env, user } = recipe
    child = spawn(command, args, { env: { PATH: process.env.PATH ?? '', ...env }, stdio: 'ignore', detached: true, ...identityOf(user) })
    const giveUpAt = performance.now() + startsWithinMs
    while (!(await answers(recipe.port))) {
      if (performance.now() > giveUpAt || child.exitCode !== null) throw new Error(`${recipe.name} did not start`)
      await sleep(100)
    }
    // It listens a little before it can be used.
    await sleep(500)
  }
  await start()
  return {
    name: recipe.name,
    wire,
    kill,
    start,
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    async close() {
      signal('SIGCONT')
      await kill()
      await wire.close()
    },
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Servers that refuse to run as root run as their own user. */
function identityOf(user: string | undefined): { uid?: number; gid?: number } {
  if (user === undefined || userInfo().uid !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, user]).toString())
  return { uid: id('-u'), gid: id('-g') }
}

function ownFolder(path: string, user: string): string {
  mkdirSync(path, { recursive: true })
  const { uid, gid } = identityOf(user)
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  chmodSync(path, 0o700)
  return path
}
