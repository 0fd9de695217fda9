import type { Channel } from 'rabbitmq-client'

/** After so many times in vain a message is put aside. */
export const defaultDeliveryLimit = 20

// Listing what was put aside takes and returns it, which counts as a delivery: the broker must not count it out.
const neverCounted = 2_000_000_000

/** The names and arguments of a queue and of where it puts aside. */
export type QueueShape = ReturnType<typeof shapeOf>

/** How the broker is to keep a queue: on most of its nodes, for one consumer at a time, and nothing lost on the way to the dead. */
export function shapeOf(prefix: string, queue: string, deliveryLimit: number) {
  const name = `${prefix}.${queue}`
  const dead = `${name}.dead`
  return {
    name,
    options: {
      durable: true,
      arguments: {
        'x-queue-type': 'quorum' as const,
        'x-single-active-consumer': true,
        'x-delivery-limit': deliveryLimit,
        'x-overflow': 'reject-publish' as const,
        'x-dead-letter-strategy': 'at-least-once',
        'x-dead-letter-exchange': '',
        'x-dead-letter-routing-key': dead,
      },
    },
    dead,
    deadOptions: { durable: true, arguments: { 'x-queue-type': 'quorum' as const, 'x-delivery-limit': neverCounted } },
  }
}

/** Makes a queue and where it puts aside; nothing happens when they are there. */
export async function declare(channel: Channel, { name, options, dead, deadOptions }: QueueShape): Promise<void> {
  await channel.queueDeclare({ queue: dead, ...deadOptions })
  await channel.queueDeclare({ queue: name, ...options })
}
