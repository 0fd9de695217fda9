import { randomUUID } from 'node:crypto'
import type { FanOut } from '@myna/ports/fan-out'
import { createTopics } from '@myna/ports/topics'
import { type Log, type RedisConnection, redisClient } from '#redis-connection.ts'

/** More news than this under way at once, and Redis does not keep up. */
const mostUnderWay = 5_000

/** News over one channel of Redis, which every process hears on a connection of its own. */
export type RedisFanOut = FanOut & { isListening(): boolean /** Resolves once news of others is heard. */; listening: Promise<void> }

/** Publishes over the connection that asks, and hears on another. */
export function createRedisFanOut(options: { connection: RedisConnection; url: string; prefix: string; log: Log }): RedisFanOut {
  const { connection, url, prefix, log } = options
  const channel = `${prefix}news`
  const mine = randomUUID()
  const topics = createTopics()
  const returns = createTopics()
  const told = () => returns.say('', '')
  let underWay = 0
  let lost = false

  function send(topic: string | null, message: string) {
    if (underWay >= mostUnderWay) {
      lost = true
      return
    }
    underWay += 1
    connection
      .ask(['PUBLISH', channel, JSON.stringify([mine, topic, message])])
      .catch(() => void (lost = true))
      .finally(() => void (underWay -= 1))
  }
  function sayWhatWasLost() {
    if (!lost) return
    lost = false
    send(null, '')
  }
  connection.onReady(sayWhatWasLost)
  // A server that was slow, and not gone, does not connect again.
  const again = setInterval(sayWhatWasLost, 1_000).unref()

  function hear(text: string) {
    const news = read(text)
    if (news === undefined || news.from === mine) return
    if (news.topic === null) told()
    else topics.say(news.topic, news.message)
  }
  const ears = redisClient(url, log, 'hears')
  const { promise: listening, resolve } = Promise.withResolvers<void>()
  let subscribed = false
  let isListening = false
  ears.on('error', () => void (isListening = false))
  ears.on('ready', () => {
    const begun = subscribed ? Promise.resolve() : ears.subscribe(channel, hear)
    begun.then(
      () => {
        const first = !subscribed
        subscribed = isListening = true
        resolve()
        if (!first) told()
      },
      // The connection broke again; the next one subscribes.
      () => {},
    )
  })
  ears.connect().catch(() => {})

  return {
    name: 'redis',
    publish(topic, message) {
      topics.say(topic, message)
      send(topic, message)
    },
    subscribe: topics.subscribe,
    onReturn: (hearer) => returns.subscribe('', hearer),
    listening,
    isListening: () => isListening,
    async close() {
      clearInterval(again)
      if (ears.isOpen) ears.destroy()
    },
  }
}

/** A message of this channel, without a topic when news was lost; undefined for one that somebody else put there. */
function read(text: string): { from: string; topic: string | null; message: string } | undefined {
  try {
    const it: unknown = JSON.parse(text)
    const [from, topic, message] = Array.isArray(it) ? (it as unknown[]) : []
    return typeof from === 'string' && (topic === null || typeof topic === 'string') && typeof message === 'string' ? { from, topic, message } : undefined
  } catch {
    return undefined
  }
}
