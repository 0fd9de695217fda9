import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '#chaos/engines.ts'
import { serveMyna } from '#test/myna.ts'
import { freePort } from '#test/place.ts'
import { servicesOf } from '#targets.ts'

/** One process of the split; whatever ends it, it is started again, as an orchestrator would. */
export type Part = {
  name: string
  port: number
  pid(): number | undefined
  restarts(): number /** What it wrote to its log since its last start. */
  said(): string
  stop(signal: NodeJS.Signals): void
  close(): Promise<void>
}

/** So long after its end a process is started again. */
const restartMs = 300
/** What each kind of process runs. */
const twice = { edge: 'edge', talk: 'talk', office: 'office,work' } as const
const kinds = Object.keys(twice) as (keyof typeof twice)[]

/** Myna as six processes over the three engines: two of each kind, each of which knows both of the others. */
export async function openSplit(folder: string, engines: { postgres: Engine; redis: Engine; rabbit: Engine }): Promise<Part[]> {
  const places = await Promise.all(kinds.flatMap((target) => [1, 2].map(async (number) => ({ target, name: `${target} ${number}`, port: await freePort() }))))
  const addresses = kinds
    .filter((target) => target !== 'edge')
    .flatMap((target) => {
      const all = places.filter((it) => it.target === target).map((it) => `http://127.0.0.1:${it.port}`)
      return servicesOf(twice[target]).map((service) => `${service}=${all.join('|')}`)
    })
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    MYNA_DATA: join(folder, 'data'),
    MYNA_LOG_LEVEL: 'error',
    MYNA_CRAWL_ALLOW_HOSTS: '127.0.0.1',
    MYNA_HOST: '127.0.0.1',
    MYNA_SECRET: 'cd'.repeat(32),
    MYNA_ADDRESSES: addresses.join(','),
    MYNA_DATABASE_POOL: '8',
    MYNA_DRAIN_MS: '5000',
    DATABASE_URL: `postgres://myna@127.0.0.1:${engines.postgres.wire.port}/myna`,
    MYNA_REDIS_URL: `redis://127.0.0.1:${engines.redis.wire.port}`,
    RABBITMQ_URL: `amqp://guest:guest@127.0.0.1:${engines.rabbit.wire.port}`,
  }
  const parts: Part[] = []
  // One after the other: the first brings the tables to their shape.
  for (const { target, name, port } of places) parts.push(await openPart(name, port, { ...env, PORT: String(port) }, twice[target]))
  return parts
}

async function openPart(name: string, port: number, env: Record<string, string>, target: string): Promise<Part> {
  const begin = () => serveMyna(env, '--alone', `--target=${target}`)
  let running: Awaited<ReturnType<typeof begin>> | undefined = await begin()
  let restarts = 0
  let closing = false
  const watch = async () => {
    while (!closing) {
      await running?.ended
      running = undefined
      if (closing) return
      await sleep(restartMs)
      restarts++
      // A start fails while the database is away; an orchestrator tries again.
      running = await begin().catch(() => undefined)
    }
  }
  const watching = watch()
  return {
    name,
    port,
    pid: () => running?.pid,
    restarts: () => restarts,
    said: () => running?.said.err ?? '',
    stop: (signal) => void running?.stop(signal),
    async close() {
      closing = true
      if (running) await running.stop('SIGKILL')
      await watching
    },
  }
}
