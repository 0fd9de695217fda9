import pg from 'pg'
import { DatabaseRefusal } from '#db/database-refusal.ts'
import { placeOf } from '#db/server-database.ts'
import type { Log } from '#log.ts'

/** Hears channels of a PostgreSQL server, all over one connection of its own. */
export type ServerListener = {
  /**
   * Calls back for each NOTIFY on the channel, and `onReturn` when the connection was lost and is there again: what was said meanwhile is not heard. The returned
   * function stops it. Throws `DatabaseRefusal` when the address leads through a pooler that swallows LISTEN.
   */
  listen(channel: string, onPayload: (payload: string) => void, onReturn?: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

type Hearer = { onPayload(payload: string): void; onReturn: (() => void) | undefined }

const longestPauseMs = 30_000
const beatMs = 15_000
const answerMs = 10_000
const hearingMs = 3_000
const hearingChannel = 'kernel_hearing'

/** Connects when somebody first listens, and again when the connection is lost. `pool` leads to the same database, perhaps by another way. */
export function createServerListener(options: { url: string; setting: string; pool: pg.Pool; log: Log }): ServerListener {
  const { url, setting, pool, log } = options
  const hearers = new Map<string, Set<Hearer>>()
  let client: pg.Client | undefined
  let opening: Promise<pg.Client> | undefined
  let pause: NodeJS.Timeout | undefined
  let closed = false
  let proven = false

  function lose(which: pg.Client, error?: Error) {
    void which.end().catch(() => {})
    if (client !== which) return
    client = undefined
    if (closed || hearers.size === 0) return
    log.warn({ error: error?.message }, 'lost the connection that hears database notifications')
    again(1_000)
  }
  function again(waitMs: number) {
    pause = setTimeout(() => {
      open().then(
        () => {
          for (const those of hearers.values()) for (const it of those) it.onReturn?.()
        },
        () => {
          if (!closed) again(Math.min(waitMs * 2, longestPauseMs))
        },
      )
    }, waitMs)
  }
  async function open(): Promise<pg.Client> {
    opening ??= connect().finally(() => (opening = undefined))
    return opening
  }
  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'myna listen',
      keepAlive: true,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
    })
    next.on('error', (error) => lose(next, error))
    next.on('end', () => lose(next))
    next.on('notification', ({ channel, payload = '' }) => {
      for (const it of hearers.get(channel) ?? []) it.onPayload(payload)
    })
    try {
      await next.connect()
      if (!proven) await proveHearing(next)
      proven = true
      for (const channel of hearers.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`)
    } catch (error) {
      void next.end().catch(() => {})
      throw error
    }
    if (closed) void next.end().catch(() => {})
    else client = next
    return next
  }

  /** A pooler that lends sessions by the transaction takes LISTEN without a word, and nothing is ever heard. */
  async function proveHearing(next: pg.Client) {
    const { rows } = await next.query<{ pid: number }>('select pg_backend_pid() as pid')
    // Without a pooler, the process that answers is the one that greeted.
    if (setting === 'DATABASE_URL' && rows[0]?.pid === (next as unknown as { processID: number }).processID) return
    const word = `${process.pid}-${Math.random()}`
    const heard = Promise.withResolvers<boolean>()
    const hear = (it: pg.Notification) => {
      if (it.channel === hearingChannel && it.payload === word) heard.resolve(true)
    }
    const timer = setTimeout(() => heard.resolve(false), hearingMs)
    next.on('notification', hear)
    try {
      await next.query(`listen ${hearingChannel}`)
      await pool.query('select pg_notify($1, $2)', [hearingChannel, word])
      if (await heard.promise) return
    } finally {
      clearTimeout(timer)
      next.removeListener('notification', hear)
    }
    throw new DatabaseRefusal(
      setting === 'DATABASE_URL'
        ? `DATABASE_URL (${placeOf(url)}) leads through a connection pooler that does not carry LISTEN. Set MYNA_DATABASE_LISTEN_URL to the address of the PostgreSQL server itself.`
        : `${setting} (${placeOf(url)}) does not hear what is said by DATABASE_URL: it leads through a pooler too, or to another database. Give it the address of the PostgreSQL server itself.`,
    )
  }

  const beat = setInterval(() => {
    const now = client
    now?.query('select 1').catch((error: Error) => lose(now, error))
  }, beatMs).unref()

  return {
    async listen(channel, onPayload, onReturn) {
      const mine: Hearer = { onPayload, onReturn }
      hearers.set(channel, (hearers.get(channel) ?? new Set()).add(mine))
      const forget = () => {
        const those = hearers.get(channel)
        those?.delete(mine)
        if (those?.size === 0) hearers.delete(channel)
        return those?.size === 0
      }
      try {
        const there = client ?? (await open())
        await there.query(`listen ${there.escapeIdentifier(channel)}`)
      } catch (error) {
        forget()
        throw error
      }
      return async () => {
        if (forget()) await client?.query(`unlisten ${client.escapeIdentifier(channel)}`).catch(() => {})
      }
    },
    async close() {
      closed = true
      clearTimeout(pause)
      clearInterval(beat)
      await client?.end().catch(() => {})
    },
  }
}
