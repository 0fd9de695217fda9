import { createHash } from 'node:crypto'
import { createClient, ErrorReply, RESP_TYPES } from '@redis/client'
import { PortFault } from '@myna/ports/fault'
import { createBreaker } from '#breaker.ts'
import { redisFault } from '#redis-fault.ts'

/** Where this package tells what happens to its connections; a pino logger fits. */
export type Log = { info(message: string): void; warn(about: object, message: string): void }

/** A command of Lua, sent whole once and by its digest from then on. */
export type Script = { source: string; sha1: string }

/** Asks one Redis server, each question within its time and none while the server is away. */
export type RedisConnection = {
  /** Throws `PortFault` when there is no answer in time, none is to be expected, or Redis refuses. */
  ask<T>(command: readonly (string | Buffer)[], as?: 'text' | 'bytes'): Promise<T>
  /** The same for a script. */
  run<T>(script: Script, key: string, args: readonly string[]): Promise<T>
  /** Calls back each time the server can be asked again, the first time included. */
  onReady(hear: () => void): void
  isReady(): boolean
  close(): void
}

const askMs = 100
const silentMs = 6_000
const pingMs = 2_000
const away = () => new PortFault('Redis is away.', { retryable: true })
const late = () => new PortFault(`Redis did not answer within ${askMs} ms.`, { retryable: true })

/** Prepares a script. */
export function scriptOf(source: string): Script {
  return { source, sha1: createHash('sha1').update(source).digest('hex') }
}

/** What both connections of a process are made with. Connecting again waits 50 ms, then longer, up to 2 s, never as long as others do. */
export function redisClient(url: string, log: Log, what: string) {
  const client = createClient({
    url,
    name: 'myna',
    socket: { connectTimeout: 2_000, socketTimeout: silentMs, reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 2_000) * (0.5 + Math.random() / 2) },
    pingInterval: pingMs,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 20_000,
    maintNotifications: 'disabled',
    // Time is limited by `ask`: the client's own limit makes an AbortSignal for each command, and ends with the writing of it.
    commandOptions: { timeout: 0 },
  })
  let told = false
  client.on('error', (error: unknown) => {
    if (!told) log.warn({ error: redisFault(error).message }, `lost the connection to Redis that ${what}`)
    told = true
  })
  client.on('ready', () => {
    if (told) log.info(`the connection to Redis that ${what} is there again`)
    told = false
  })
  return client
}

/** Begins to connect and goes on trying until it is closed. */
export function openConnection(url: string, log: Log): RedisConnection {
  const client = redisClient(url, log, 'asks')
  const breaker = createBreaker()
  client.on('ready', () => breaker.answered())
  client.connect().catch(() => {})

  async function ask<T>(command: readonly (string | Buffer)[], as: 'text' | 'bytes' = 'text'): Promise<T> {
    if (!client.isReady || !breaker.mayAsk()) throw away()
    const answer = client.sendCommand<T>(command, as === 'bytes' ? { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } } : undefined)
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(late()), askMs)
    })
    try {
      const result = await Promise.race([answer, limit])
      breaker.answered()
      return result
    } catch (error) {
      if (error instanceof ErrorReply) breaker.answered()
      else breaker.failed()
      throw error instanceof ErrorReply && error.message.startsWith('NOSCRIPT') ? error : redisFault(error)
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    ask,
    async run<T>(script: Script, key: string, args: readonly string[]) {
      try {
        return await ask<T>(['EVALSHA', script.sha1, '1', key, ...args])
      } catch (error) {
        if (!(error instanceof ErrorReply)) throw error
        return await ask<T>(['EVAL', script.source, '1', key, ...args])
      }
    },
    onReady: (hear) => void client.on('ready', hear),
    isReady: () => client.isReady,
    close: () => {
      if (client.isOpen) client.destroy()
    },
  }
}
