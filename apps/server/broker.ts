import type { Log } from '@myna/kernel'
import type { Broker } from '@myna/ports/broker'
import type { Config } from '#config.ts'

/**
 * The broker that carries word of events to other processes: RabbitMQ where the configuration names one; undefined where the database does that itself, and on an
 * embedded database, which belongs to one process.
 */
export async function openBroker({ rabbitmqUrl, queuePrefix, databaseUrl }: Config, log: Log): Promise<Broker | undefined> {
  if (!rabbitmqUrl || !databaseUrl) return undefined
  const { createRabbitBroker } = await import('@myna/broker-rabbitmq')
  return createRabbitBroker({ url: rabbitmqUrl, prefix: queuePrefix, log: log.child({ engine: 'rabbitmq' }) })
}
