import type { BrokerMessage, BrokerVerdict, DeadMessage } from '@myna/ports/broker'
import type { Channel } from 'rabbitmq-client'
import { bytesOf, createConsuming } from './consuming.ts'
import { brokerFault, within } from './faults.ts'
import type { Line, LineLog } from './line.ts'
import { declare, type QueueShape } from './queues.ts'

/** Takes from queues, and looks at them, on a connection that never publishes: no alarm stops it. */
export function createReading(openLine: () => Line, it: { timeoutMs: number; againAfterMs: number; renewAfterMs: number; log: LineLog }) {
  let line: Line | undefined
  const opened = () => (line ??= openLine())

  /** A channel of its own: what the broker refuses ends the whole channel. */
  const onChannel = async <T>(what: string, work: (channel: Channel) => Promise<T>): Promise<T> => {
    const whole = async () => {
      const channel = await opened().connection.acquire()
      try {
        return await work(channel)
      } finally {
        await channel.close().catch(() => {})
      }
    }
    try {
      return await within(it.timeoutMs, what, whole())
    } catch (error) {
      throw brokerFault(error)
    }
  }

  return {
    async consume(shape: QueueShape, atOnce: number, take: (message: BrokerMessage) => Promise<BrokerVerdict>): Promise<() => Promise<void>> {
      const { connection, onConnected } = opened()
      const make = () => onChannel('make the queue', (channel) => declare(channel, shape))
      await make().catch((error: unknown) => it.log.warn({ queue: shape.name, err: error }, 'the queue is not there yet'))
      const consuming = createConsuming(connection, { ...it, shape, atOnce, take, make })
      onConnected(consuming.makeWhole)
      return consuming.stop
    },

    async depth({ name, dead }: QueueShape): Promise<{ waiting: number; dead: number }> {
      const countOf = async (queue: string) => {
        try {
          return (await onChannel('count messages', (channel) => channel.queueDeclare({ queue, passive: true }))).messageCount
        } catch (error) {
          if ((error as Error).message.includes('NOT_FOUND')) return 0
          throw error
        }
      }
      return { waiting: await countOf(name), dead: await countOf(dead) }
    },

    listDead: ({ dead }: QueueShape, limit: number): Promise<DeadMessage[]> =>
      onChannel('list messages', async (channel) => {
        const found: DeadMessage[] = []
        while (found.length < limit) {
          const message = await channel.basicGet({ queue: dead, noAck: false })
          if (!message) break
          found.push({ id: message.messageId ?? '', body: bytesOf(message.body), why: whyOf(message.headers) })
        }
        // Whatever a channel has not settled goes back to its place when the channel ends.
        return found
      }).catch(nothing<DeadMessage[]>([])),

    /** Hands each message put aside to `publish`, and takes it away once that is done. */
    async redrive({ dead }: QueueShape, limit: number, publish: (message: BrokerMessage) => Promise<void>): Promise<number> {
      let count = 0
      while (count < limit) {
        const one = await onChannel('hand over a message', async (channel) => {
          const message = await channel.basicGet({ queue: dead, noAck: false })
          if (!message) return false
          await publish({ id: message.messageId ?? '', body: bytesOf(message.body) })
          channel.basicAck({ deliveryTag: message.deliveryTag })
          return true
        }).catch(nothing(false))
        if (!one) break
        count++
      }
      return count
    },

    /** Nothing happens when they are not there. */
    remove: ({ name, dead }: QueueShape): Promise<void> =>
      onChannel('remove the queue', async (channel) => {
        await channel.queueDelete({ queue: name })
        await channel.queueDelete({ queue: dead })
      }),

    /** Resolves when the broker answers. */
    probe: () => onChannel('answer', async () => {}),
    cut: () => line?.cut(),
  }
}

/** What a look into a queue that is not there comes to. */
function nothing<T>(fallback: T) {
  return (error: Error): T => {
    if (error.message.includes('NOT_FOUND')) return fallback
    throw error
  }
}

function whyOf(headers: Record<string, unknown> | undefined): string {
  const [death] = (headers?.['x-death'] ?? []) as { reason?: string }[]
  if (death?.reason === 'rejected') return 'It was refused.'
  if (death?.reason === 'delivery_limit') return 'It came too often in vain.'
  return `The broker put it aside${death?.reason ? `: ${death.reason}` : ''}.`
}
