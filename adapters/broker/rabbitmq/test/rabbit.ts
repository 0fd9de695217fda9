import { randomBytes } from 'node:crypto'
import { Connection } from 'rabbitmq-client'
import { createRabbitBroker, type RabbitOptions } from '../rabbit-broker.ts'

/** The RabbitMQ that tests may use: queues under a prefix of their own, which they delete. */
export const rabbitUrl = process.env['MYNA_TEST_RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672'

/** Undefined when RabbitMQ answers, else why tests that need it are skipped. */
export async function rabbitAbsent(): Promise<string | undefined> {
  const connection = new Connection({ url: rabbitUrl, connectionTimeout: 3_000 })
  connection.on('error', () => {})
  try {
    await connection.onConnect(3_000)
    return undefined
  } catch {
    return `no RabbitMQ answers at ${new URL(rabbitUrl).host}; MYNA_TEST_RABBITMQ_URL names another`
  } finally {
    await connection.close()
  }
}

/** Brokers in a corner of their own of RabbitMQ, impatient enough for tests; closing takes the corner away. */
export function openRabbitPlace() {
  const prefix = `myna-test-${process.pid}-${randomBytes(4).toString('hex')}`
  const made = new Set<string>()
  const control = new Connection(rabbitUrl)
  control.on('error', () => {})
  return {
    prefix,
    control,
    connect(more: Partial<RabbitOptions> = {}) {
      const broker = createRabbitBroker({
        url: rabbitUrl,
        prefix,
        log: { warn: () => {} },
        againAfterMs: 10,
        deliveryLimit: 5,
        retryLowMs: 20,
        retryHighMs: 100,
        ...more,
      })
      const noting =
        <A extends unknown[], R>(run: (queue: string, ...rest: A) => R) =>
        (queue: string, ...rest: A) => {
          made.add(queue)
          return run(queue, ...rest)
        }
      return { ...broker, publish: noting(broker.publish), consume: noting(broker.consume) }
    },
    async close() {
      for (const queue of made) for (const name of [`${prefix}.${queue}`, `${prefix}.${queue}.dead`]) await control.queueDelete({ queue: name }).catch(() => {})
      await control.close()
    },
  }
}
