import type { Transaction } from 'kysely'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { afterCommit } from '#db/transact.ts'
import { createCollector } from '#jobs/collector.ts'

/** What there may be news of: jobs to run, or events to deliver. */
export type NewsChannel = 'kernel_jobs' | 'kernel_events'

type Newsroom = { tag: string; hearers: Map<NewsChannel, Set<(payload: string) => void>>; post(channel: NewsChannel): Promise<void> }

const newsrooms = new WeakMap<Database, Newsroom>()

/**
 * Wakes whoever hears the channel once the transaction has committed: in this process at once, elsewhere by NOTIFY.
 * The NOTIFY is not part of the transaction, since PostgreSQL commits transactions that notify one after another. What it misses is
 * found by polling.
 */
export function announce(tx: Transaction<any>, channel: NewsChannel): void {
  afterCommit(tx, channel === 'kernel_jobs' ? announceJobs : announceEvents)
}

const announceJobs = (database: Database) => sendNews(database, 'kernel_jobs')
const announceEvents = (database: Database) => sendNews(database, 'kernel_events')

/** Wakes whoever hears the channel, here and elsewhere. */
export function sendNews(database: Database, channel: NewsChannel): void {
  const newsroom = newsroomOf(database)
  for (const hear of newsroom.hearers.get(channel) ?? []) hear('')
  // Nobody else can be on an embedded database. A message that does not get through is made up for by polling.
  if (database.kind === 'server') newsroom.post(channel).catch(() => {})
}

/** Calls back with `''` on news, and with the payload of any other NOTIFY on the channel. The returned function stops it. */
export async function hearNews(database: Database, channel: NewsChannel, hear: (payload: string) => void): Promise<() => Promise<void>> {
  const { hearers, tag } = newsroomOf(database)
  const here = hearers.get(channel) ?? new Set()
  hearers.set(channel, here.add(hear))
  const unlisten = await database.listen(channel, (payload) => {
    if (payload !== tag) hear(payload.startsWith('news:') ? '' : payload)
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
  const post = createCollector<NewsChannel>(async (channels) => {
    await database.pool.query('select pg_notify(channel, $1) from unnest($2::text[]) as channel', [tag, [...new Set(channels)]])
  })
  const newsroom: Newsroom = { tag, hearers: new Map(), post }
  newsrooms.set(database, newsroom)
  return newsroom
}
