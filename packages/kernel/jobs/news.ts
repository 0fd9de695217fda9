import type { Transaction } from 'kysely'
import pg, { type Pool, type PoolClient } from 'pg'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { afterCommit, leastShared } from '#db/transact.ts'
import { createCollector } from '#jobs/collector.ts'

/** What there may be news of: jobs to run, or events to deliver. */
export type NewsChannel = 'kernel_jobs' | 'kernel_events'

/** `payload` is empty when it is news; `services` are those concerned, none when it may be any. */
type Hear = (payload: string, services: readonly string[]) => void
type News = { channel: NewsChannel; services: readonly string[] }
type Newsroom = { tag: string; hearers: Map<NewsChannel, Set<Hear>>; post(news: News): Promise<void> }

const newsrooms = new WeakMap<Database, Newsroom>()

const announced = new WeakMap<Transaction<any>, Set<string>>()

/**
 * Wakes whoever may run a service's jobs once the transaction has committed: in this process at once, elsewhere by NOTIFY.
 * The NOTIFY is not part of the transaction, since PostgreSQL commits transactions that notify one after another. What it misses is
 * found by polling.
 */
export function announceJobs(tx: Transaction<any>, service: string): void {
  const known = announced.get(tx)
  if (known) return void known.add(service)
  const services = new Set([service])
  announced.set(tx, services)
  afterCommit(tx, (database) => {
    tellHere(database, 'kernel_jobs', [...services])
    tellElsewhere(database, 'kernel_jobs', [...services])
  })
}

/** Wakes whoever hears the channel in this process. */
export function tellHere(database: Database, channel: NewsChannel, services: readonly string[]): void {
  for (const hear of newsroomOf(database).hearers.get(channel) ?? []) hear('', services)
}

/** Wakes whoever hears the channel in other processes. */
export function tellElsewhere(database: Database, channel: NewsChannel, services: readonly string[]): void {
  // Nobody else can be on an embedded database. A message that does not get through is made up for by polling.
  if (database.kind === 'server')
    newsroomOf(database)
      .post({ channel, services })
      .catch(() => {})
}

/** Calls back with `''` on news, and with the payload of any other NOTIFY on the channel. The returned function stops it. */
export async function hearNews(database: Database, channel: NewsChannel, hear: Hear): Promise<() => Promise<void>> {
  const { hearers, tag } = newsroomOf(database)
  const here = hearers.get(channel) ?? new Set()
  hearers.set(channel, here.add(hear))
  const unlisten = await database.listen(channel, (payload) => {
    if (!payload.startsWith('news:')) return hear(payload, [])
    const [from, services = ''] = payload.split(' ', 2)
    if (from !== tag) hear('', services.split(',').filter(Boolean))
  })
  return async () => {
    here.delete(hear)
    await unlisten()
  }
}

function newsroomOf(database: Database): Newsroom {
  const known = newsrooms.get(database)
  if (known) return known
  const tag = `news:${newId()}`
  const onOwnSession = sessionFor(database.pool, database.kind === 'server')
  const post = createCollector<News>(async (news) => {
    const payloads = [...Map.groupBy(news, (it) => it.channel)].map(([channel, those]) => ({
      channel,
      payload: `${tag} ${[...new Set(those.flatMap((it) => it.services))].join(',')}`,
    }))
    // A transaction that tells waits for the disk like one that writes; news that a dying server forgets is found by polling.
    const told = payloads.map((it) => `pg_notify(${pg.escapeLiteral(it.channel)}, ${pg.escapeLiteral(it.payload)})`)
    await onOwnSession((session) => session.query(`set local synchronous_commit to off; select ${told.join(', ')}`))
  })
  const newsroom: Newsroom = { tag, hearers: new Map(), post }
  newsrooms.set(database, newsroom)
  return newsroom
}

const quietMs = 250

/**
 * News that comes often keeps a session of the pool until nothing has come for a moment: under load it would wait behind the acts that wait for one, and be late
 * by all of them. Not where there are so few that acts would miss it.
 */
function sessionFor(pool: Pool, isServer: boolean): (use: (session: Pool | PoolClient) => Promise<unknown>) => Promise<void> {
  if (!isServer || (pool.options.max ?? 0) < leastShared) return async (use) => void (await use(pool))
  let kept: PoolClient | undefined
  let timer: NodeJS.Timeout | undefined
  const giveBack = (broken?: boolean) => {
    kept?.release(broken)
    kept = undefined
  }
  return async (use) => {
    clearTimeout(timer)
    try {
      kept ??= await pool.connect()
      await use(kept)
      timer = setTimeout(giveBack, quietMs)
    } catch (error) {
      giveBack(true)
      throw error
    }
  }
}
