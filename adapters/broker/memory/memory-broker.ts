import { type Broker, type BrokerMessage, type BrokerVerdict, checkedQueueName, type DeadMessage } from '@myna/ports/broker'
import { PortFault } from '@myna/ports/fault'

type Carried = BrokerMessage & { failures: number }
type Consumer = {
  owner: object
  atOnce: number
  inHand: Set<Carried>
  take(message: BrokerMessage): Promise<BrokerVerdict>
  stopped: boolean
  idle?: () => void
}
type Queue = { waiting: Carried[]; dead: (Carried & { why: string })[]; consumers: Consumer[] }

/** The queues that several brokers in memory have in common. */
export type MemoryQueues = Map<string, Queue>

/** Queues with nothing in them. */
export function createMemoryQueues(): MemoryQueues {
  return new Map()
}

/**
 * Carries messages within this process. A message that is to come again does so after `againAfterMs` (default 1 s), and is put aside when it has come
 * `mostFailures` times (default 20) in vain.
 */
export function createMemoryBroker(options: { queues?: MemoryQueues; againAfterMs?: number; mostFailures?: number } = {}): Broker {
  const { queues = createMemoryQueues(), againAfterMs = 1_000, mostFailures = 20 } = options
  const me = {}
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  const checkOpen = () => {
    if (closed) throw new PortFault('The broker was closed.', { retryable: false })
  }
  const queueOf = (name: string): Queue => {
    const known = queues.get(checkedQueueName(name))
    if (known) return known
    const made: Queue = { waiting: [], dead: [], consumers: [] }
    queues.set(name, made)
    return made
  }

  /** Gives the first consumer of a queue what it has room for. */
  const pump = (queue: Queue) => {
    const [consumer] = queue.consumers
    if (!consumer || consumer.stopped) return
    while (consumer.inHand.size < consumer.atOnce && queue.waiting.length > 0) {
      const message = queue.waiting.shift()!
      consumer.inHand.add(message)
      void hand(queue, consumer, message)
    }
  }

  const hand = async (queue: Queue, consumer: Consumer, message: Carried) => {
    await Promise.resolve()
    const verdict = await (async () => consumer.take({ id: message.id, body: message.body }))().catch((): BrokerVerdict => 'again')
    // Whoever went has nothing to decide any more.
    if (!queue.consumers.includes(consumer)) return
    if (verdict === 'dead') queue.dead.push({ ...message, why: 'It was refused.' })
    else if (verdict === 'again' && ++message.failures >= mostFailures) queue.dead.push({ ...message, why: 'It came too often in vain.' })
    else if (verdict === 'again' && !consumer.stopped) await new Promise<void>((resolve) => later(resolve))
    if (verdict === 'again' && message.failures < mostFailures && queue.consumers.includes(consumer)) queue.waiting.unshift(message)
    consumer.inHand.delete(message)
    if (consumer.inHand.size === 0) consumer.idle?.()
    pump(queue)
  }

  const later = (run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, againAfterMs)
    timers.add(timer)
  }

  const leave = (queue: Queue, consumer: Consumer) => {
    queue.consumers = queue.consumers.filter((it) => it !== consumer)
    queue.waiting.unshift(...consumer.inHand)
    pump(queue)
  }

  return {
    name: 'memory',
    async publish(name, messages) {
      checkOpen()
      const queue = queueOf(name)
      queue.waiting.push(...messages.map(({ id, body }) => ({ id, body: Uint8Array.from(body), failures: 0 })))
      pump(queue)
    },
    async consume(name, atOnce, take) {
      checkOpen()
      const queue = queueOf(name)
      const consumer: Consumer = { owner: me, atOnce, inHand: new Set(), take, stopped: false }
      queue.consumers.push(consumer)
      pump(queue)
      return async () => {
        consumer.stopped = true
        if (consumer.inHand.size > 0) await new Promise<void>((resolve) => (consumer.idle = resolve))
        leave(queue, consumer)
      }
    },
    async depth(name) {
      const queue = queueOf(name)
      return { waiting: queue.waiting.length, dead: queue.dead.length }
    },
    async listDead(name, limit) {
      return queueOf(name)
        .dead.slice(0, limit)
        .map(({ id, body, why }): DeadMessage => ({ id, body, why }))
    },
    async redrive(name, limit) {
      const queue = queueOf(name)
      const back = queue.dead.splice(0, limit)
      queue.waiting.push(...back.map(({ id, body }) => ({ id, body, failures: 0 })))
      pump(queue)
      return back.length
    },
    async remove(name) {
      const queue = queueOf(name)
      queue.waiting = []
      queue.dead = []
    },
    async state() {
      return closed ? { well: false, sentence: 'The broker was closed.' } : { well: true, sentence: 'Messages are carried within this process.' }
    },
    async close() {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      for (const queue of queues.values()) for (const consumer of queue.consumers) if (consumer.owner === me) leave(queue, consumer)
    },
  }
}
