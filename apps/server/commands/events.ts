import { createLog } from '@myna/kernel'
import { openBroker } from '#broker.ts'
import { deadWorkCommand } from '#commands/dead-work.ts'
import { allListeners } from '#services.ts'

const wordsAtOnce = 1_000

/** Lists events that could not be delivered, and delivers them again. */
export const events = deadWorkCommand({
  summary: 'List events that failed, or deliver them again.',
  usage: `Usage: myna events dead [--json] [--limit N]
       myna events redrive <event id> | --all

dead     lists events that a service failed to take in, latest first, with why; and messages that RabbitMQ put aside, where there is one.
redrive  delivers an event, or all of these, again; --all puts messages back into the queues of RabbitMQ as well.

Reads the database itself: DATABASE_URL, or the embedded one while no server runs on it. And RabbitMQ: RABBITMQ_URL.`,
  none: 'No event has failed for good.',
  many: 'deliveries',
  list: async (desk, limit) =>
    (await desk.listDeadEvents({ limit })).map((it) => ({
      id: it.eventId,
      line: `${it.eventId}  ${it.at.toISOString()}  ${it.name} → ${it.listener}  ${it.attempts} attempts  ${it.error}`,
      shown: it,
    })),
  redrive: (desk, id) => desk.redriveEvent(id),
  async beside(config) {
    const broker = await openBroker(config, createLog({ level: config.logLevel }))
    if (!broker) return undefined
    const queues = [...new Set(Object.values(await allListeners()).flat())].toSorted()
    return {
      async list() {
        const found = await Promise.all(queues.map(async (queue) => (await broker.listDead(queue, wordsAtOnce)).map((it) => ({ queue, ...it }))))
        return found
          .flat()
          .map(({ queue, id, why }) => ({ line: `${id || 'a message without id'}  in RabbitMQ, for ${queue}  ${why}`, shown: { queue, id, why } }))
      },
      async redriveAll() {
        let count = 0
        for (const queue of queues) count += await broker.redrive(queue, wordsAtOnce)
        return count
      },
      close: () => broker.close(),
    }
  },
})
