import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { createNotifyFanOut, type Log, openDatabase } from '@myna/kernel'
import type { FanOut } from '@myna/ports/fan-out'
import { openBroker } from '#broker.ts'
import type { Config } from '#config.ts'
import { openEngines } from '#engines.ts'
import { openS3 } from '#recordings.ts'

/** An engine in use: what it is for, which one it is, and how it was when it was used just now. */
export type EngineReport = { name: string; kind: string; state: 'well' | 'bad'; sentence: string }

const hearMs = 3_000

/** Uses every engine that the configuration names, over connections of its own: writes, reads, deletes, publishes and hears. What is embedded is named as such. */
export async function lookAtEngines(config: Config, log: Log): Promise<EngineReport[]> {
  return await Promise.all([
    report('Database', config.databaseUrl ? 'PostgreSQL' : 'embedded', () => lookAtDatabase(config, log), ''),
    report('Cache, limits, news', config.redis ? 'Redis' : 'in process', () => lookAtRedis(config, log), 'See whether it runs, and MYNA_REDIS_URL.'),
    report('Recordings', config.s3 ? 'S3' : 'folder', () => lookAtStore(config), 'See the settings MYNA_S3_….'),
    report(
      'Events',
      config.rabbitmqUrl && config.databaseUrl ? 'RabbitMQ' : config.databaseUrl ? 'PostgreSQL' : 'in process',
      () => lookAtBroker(config, log),
      'See whether it runs, and RABBITMQ_URL.',
    ),
  ])
}

async function report(name: string, kind: string, look: () => Promise<string>, remedy: string): Promise<EngineReport> {
  try {
    return { name, kind, state: 'well', sentence: await look() }
  } catch (error) {
    return { name, kind, state: 'bad', sentence: `${(error as Error).message} ${remedy}`.trim() }
  }
}

async function lookAtDatabase({ databaseUrl: url, databaseListenUrl: listenUrl, dataFolder, databasePool }: Config, log: Log): Promise<string> {
  if (!url)
    return `embedded, in ${join(dataFolder, 'db')}. Set DATABASE_URL for a PostgreSQL server, which survives a power failure and serves several processes.`
  const database = await openDatabase({ url, listenUrl, poolSize: 2, log })
  try {
    const { rows } = await database.pool.query<{ version: string; most: string }>(
      `select current_setting('server_version') as version, current_setting('max_connections') as most`,
    )
    const [here, there] = [await createNotifyFanOut(database), await createNotifyFanOut(database)]
    await hears(here, there, 'The PostgreSQL server takes notifications and does not tell them.').finally(async () =>
      Promise.all([here.close(), there.close()]),
    )
    const { version, most } = rows[0]!
    return `PostgreSQL ${version} answers and tells notifications${listenUrl ? ' past its pooler' : ''}; up to ${databasePool} + 1 connections of a process, ${most} of all.`
  } finally {
    await database.close()
  }
}

async function lookAtRedis(config: Config, log: Log): Promise<string> {
  if (!config.redis)
    return `each process has its own${config.databaseUrl ? ', and news goes by PostgreSQL' : ''}. Set MYNA_REDIS_URL where several processes share limits.`
  const [here, there] = await Promise.all([openEngines(config, log), openEngines(config, log)])
  const key = `doctor/${randomUUID()}`
  try {
    await here.cache.set(key, Buffer.from('well'), 60_000)
    const value = await there.cache.get(key)
    await here.cache.delete([key])
    if (value === undefined) throw new Error('Redis forgot at once what it was given. Give it more memory.')
    await here.counters.add(key, 1, 1_000)
    await hears(here.fanOut, there.fanOut, 'Redis takes news and does not tell it.')
    return 'Redis keeps, counts, forgets and tells news.'
  } finally {
    await Promise.all([here.close(), there.close()])
  }
}

async function lookAtStore(config: Config): Promise<string> {
  const opened = await openS3(config)
  if (!opened) return `in ${join(config.dataFolder, 'recordings')}. Set MYNA_S3_URL where several machines serve.`
  const { store, close } = opened
  const name = `doctor/${randomUUID()}`
  try {
    await store.put(
      name,
      (async function* () {
        yield Buffer.from('well')
      })(),
    )
    const blob = await store.get(name)
    const text = blob && Buffer.concat(await Array.fromAsync(blob.body)).toString()
    await store.delete(name)
    if (text !== 'well') throw new Error('The object store does not give back what it was given.')
    return `the bucket ${config.s3?.bucket} takes, gives back and deletes.`
  } finally {
    await close()
  }
}

async function lookAtBroker(config: Config, log: Log): Promise<string> {
  const broker = await openBroker(config, log)
  if (!broker) return 'carried by the database. Set RABBITMQ_URL for a broker beside a PostgreSQL server.'
  try {
    await broker.depth('doctor')
    await broker.publish('doctor', [{ id: randomUUID(), body: Buffer.from('well') }])
    const heard = Promise.withResolvers<void>()
    const stop = await broker.consume('doctor', 1, async () => {
      heard.resolve()
      return 'done'
    })
    await inTime(heard.promise, 'RabbitMQ keeps messages and does not hand them over.')
    await stop()
    return 'RabbitMQ keeps messages and hands them over.'
  } finally {
    await broker.remove('doctor').catch(() => {})
    await broker.close()
  }
}

async function hears(from: FanOut, to: FanOut, otherwise: string): Promise<void> {
  const word = randomUUID()
  const heard = Promise.withResolvers<void>()
  const stop = to.subscribe('doctor', (message) => message === word && heard.resolve())
  from.publish('doctor', word)
  await inTime(heard.promise, otherwise).finally(stop)
}

async function inTime(work: Promise<void>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(otherwise)), hearMs)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
