import { type Broker, checkedQueueName } from '@myna/ports/broker'
import { PortFault } from '@myna/ports/fault'
import { type LineLog, openLine } from './line.ts'
import { createPublishing } from './publishing.ts'
import { defaultDeliveryLimit, shapeOf } from './queues.ts'
import { createReading } from './reading.ts'

/** What a broker of RabbitMQ is made from; the times are for tests and unusual networks. */
export type RabbitOptions = {
  /** `amqp://user:password@host:5672/vhost`, or `amqps:` for TLS. Never logged. */
  url: string
  /** Stands before the name of each queue, so that installations can share a broker. */
  prefix: string
  log: LineLog
  /** How long a publish waits for its confirmation; default 5 s. */
  publishTimeoutMs?: number
  /** How long connecting and looking at queues may take; default 5 s. */
  timeoutMs?: number
  /** Before a message that was not taken comes again; default 1 s. */
  againAfterMs?: number
  /** How often a consumer with nothing in hand begins anew, in case the broker has lost it; default 15 s. */
  renewAfterMs?: number
  deliveryLimit?: number
  /** A connection that is silent for twice as long is lost; default 10 s. */
  heartbeatSeconds?: number
  /** First and longest pause before connecting again; default 0.2 and 5 s. */
  retryLowMs?: number
  retryHighMs?: number
}

/** Carries messages by RabbitMQ. Connects on first use. Throws `PortFault` when the address or the prefix is none. */
export function createRabbitBroker(options: RabbitOptions): Broker {
  const { url, log, timeoutMs = 5_000, deliveryLimit = defaultDeliveryLimit } = options
  const prefix = checkedQueueName(options.prefix)
  const { againAfterMs = 1_000, renewAfterMs = 15_000 } = options
  const { heartbeatSeconds = 10, retryLowMs = 200, retryHighMs = 5_000 } = options
  const lineFor = (purpose: string) => () =>
    openLine({ url, purpose: `${purpose} ${prefix}`, log, connectTimeoutMs: timeoutMs, heartbeatSeconds, retryLowMs, retryHighMs })
  const publishing = createPublishing(lineFor('publishes'), options.publishTimeoutMs ?? 5_000)
  const reading = createReading(lineFor('reads'), { timeoutMs, againAfterMs, renewAfterMs, log })
  let closed = false

  const shape = (queue: string) => {
    if (closed) throw new PortFault('The broker was closed.', { retryable: false })
    return shapeOf(prefix, checkedQueueName(queue), deliveryLimit)
  }

  return {
    name: 'rabbitmq',
    publish: async (queue, messages) => publishing.publish(shape(queue), messages),
    consume: async (queue, atOnce, take) => reading.consume(shape(queue), atOnce, take),
    depth: async (queue) => reading.depth(shape(queue)),
    listDead: async (queue, limit) => reading.listDead(shape(queue), limit),
    redrive: async (queue, limit) => {
      const it = shape(queue)
      return reading.redrive(it, Math.min(limit, (await reading.depth(it)).dead), (message) => publishing.publish(it, [message]))
    },
    remove: async (queue) => reading.remove(shape(queue)),
    async state() {
      if (closed) return { well: false, sentence: 'The broker was closed.' }
      const trouble =
        publishing.trouble() ??
        (await reading.probe().then(
          () => undefined,
          (error: PortFault) => error.message,
        ))
      return trouble ? { well: false, sentence: trouble } : { well: true, sentence: 'RabbitMQ answers and takes messages.' }
    },
    async close() {
      closed = true
      publishing.cut()
      reading.cut()
    },
  }
}
