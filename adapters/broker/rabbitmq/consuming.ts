import { setTimeout as pause } from 'node:timers/promises'
import type { BrokerMessage, BrokerVerdict } from '@myna/ports/broker'
import { type Connection, type Consumer, ConsumerStatus } from 'rabbitmq-client'
import { within } from './faults.ts'
import type { LineLog } from './line.ts'
import type { QueueShape } from './queues.ts'

/** What consuming a queue needs. */
export type ConsumingOptions = {
  shape: QueueShape
  atOnce: number
  take(message: BrokerMessage): Promise<BrokerVerdict>
  /** Makes the queue and where it puts aside. */
  make(): Promise<void>
  timeoutMs: number
  againAfterMs: number
  renewAfterMs: number
  log: LineLog
}

/**
 * Hands the messages of a queue to `take`, and begins anew whenever it has to. When a queue was deleted and made again before the broker had told who consumed it,
 * the broker binds them to the new one without a word and drops what it would hand over, which from here looks like a queue in which nothing happens. So whoever
 * has nothing in hand asks to consume anew every `renewAfterMs`, and gets then what was dropped.
 */
export function createConsuming(connection: Connection, it: ConsumingOptions) {
  const { shape, atOnce, log } = it
  const stopped = new AbortController()
  const inHand = new Set<Promise<ConsumerStatus>>()
  const about = { queue: shape.name }

  const handle = async (message: BrokerMessage): Promise<ConsumerStatus> => {
    try {
      const verdict = await it.take(message)
      if (verdict === 'done') return ConsumerStatus.ACK
      if (verdict === 'dead') return ConsumerStatus.DROP
    } catch (error) {
      log.warn({ ...about, err: error }, 'a message was not taken')
    }
    await pause(it.againAfterMs, undefined, { signal: stopped.signal }).catch(() => {})
    return ConsumerStatus.REQUEUE
  }

  // The client makes the queue anew whenever it has to; where it puts aside is for us to make.
  const makeWhole = () => {
    if (!stopped.signal.aborted) it.make().catch(() => {})
  }

  const begin = (): Consumer => {
    const consumer = connection.createConsumer(
      { queue: shape.name, queueOptions: shape.options, qos: { prefetchCount: atOnce }, concurrency: atOnce },
      ({ messageId, body }) => {
        const task = handle({ id: messageId ?? '', body: bytesOf(body) })
        inHand.add(task)
        void task.finally(() => inHand.delete(task))
        return task
      },
    )
    consumer.on('error', (error: { code?: string; message?: string }) => {
      if (!stopped.signal.aborted) log.warn({ ...about, why: error.code ?? error.message }, 'messages of a queue do not come')
      makeWhole()
    })
    return consumer
  }

  // The broker gives back what a connection held, sooner or later, if it does not hear of this.
  const end = (consumer: Consumer) => within(it.timeoutMs, 'let the consumer go', consumer.close()).catch(() => {})

  let consumer = begin()
  let renewing = Promise.resolve()
  let isRenewing = false
  const renew = async () => {
    isRenewing = true
    await end(consumer)
    if (!stopped.signal.aborted) consumer = begin()
    isRenewing = false
  }
  const timer = setInterval(() => {
    // Without a tag it is about to begin anyway.
    if (!isRenewing && inHand.size === 0 && consumer.consumerTag !== '') renewing = renew()
  }, it.renewAfterMs).unref()

  return {
    makeWhole,
    /** Takes no more and waits for what is in hand. */
    async stop(): Promise<void> {
      stopped.abort()
      clearInterval(timer)
      await renewing
      const ending = end(consumer)
      while (inHand.size > 0) await Promise.all(inHand)
      await ending
    },
  }
}

/** The client reads some bodies by their content type; ours it leaves alone, but others may write to our queues. */
export function bytesOf(body: unknown): Uint8Array {
  if (Buffer.isBuffer(body)) return body
  return Buffer.from(typeof body === 'string' ? body : (JSON.stringify(body) ?? ''))
}
