import { setImmediate } from 'node:timers/promises'
import type { BrokerMessage } from '@myna/ports/broker'
import { PortFault } from '@myna/ports/fault'
import type { Publisher } from 'rabbitmq-client'
import { brokerFault, within } from './faults.ts'
import type { Line } from './line.ts'
import { declare, type QueueShape } from './queues.ts'

/** Publishes to queues and waits until the broker has them safe. */
export type Publishing = {
  publish(shape: QueueShape, messages: readonly BrokerMessage[]): Promise<void>
  /** Why nothing can be published now, if anything is known. */
  trouble(): string | undefined
  cut(): void
}

/** `openLine` makes a connection; one that falls silent is given up for another. */
export function createPublishing(openLine: () => Line, timeoutMs: number): Publishing {
  type Open = { line: Line; publisher: Publisher; declared: Set<string>; returned: Set<string> }
  let open: Open | undefined
  let sent = 0

  const opened = (): Open => {
    if (open) return open
    const line = openLine()
    const publisher = line.connection.createPublisher({ confirm: true })
    const it: Open = { line, publisher, declared: new Set(), returned: new Set() }
    publisher.on('basic.return', ({ correlationId }) => it.returned.add(correlationId ?? ''))
    // Who knows what became of the queues meanwhile.
    line.onConnected(() => it.declared.clear())
    open = it
    return it
  }

  const ensure = async (it: Open, shape: QueueShape) => {
    if (it.declared.has(shape.name)) return
    const channel = await it.line.connection.acquire()
    try {
      await declare(channel, shape)
      it.declared.add(shape.name)
    } finally {
      channel.close().catch(() => {})
    }
  }

  /** Answers what no queue was there for. */
  const sendAll = async (it: Open, shape: QueueShape, messages: readonly BrokerMessage[]): Promise<BrokerMessage[]> => {
    await ensure(it, shape)
    const marks = messages.map(() => `${++sent}`)
    const ends = await Promise.allSettled(
      messages.map(({ id, body }, at) =>
        it.publisher.send(
          { routingKey: shape.name, messageId: id, correlationId: marks[at]!, durable: true, mandatory: true, contentType: 'application/octet-stream' },
          Buffer.from(body.buffer, body.byteOffset, body.byteLength),
        ),
      ),
    )
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
    // The client tells of a message that came back a moment after it tells of its confirmation.
    await setImmediate()
    return messages.filter((_, at) => it.returned.delete(marks[at]!))
  }

  const forget = (it: Open) => {
    it.line.cut()
    if (open === it) open = undefined
  }

  return {
    async publish(shape, messages) {
      if (messages.length === 0) return
      const it = opened()
      const work = async () => {
        const lost = await sendAll(it, shape, messages)
        if (lost.length === 0) return
        it.declared.delete(shape.name)
        if ((await sendAll(it, shape, lost)).length > 0) throw new PortFault(`The broker has no queue ${shape.name}.`, { retryable: true })
      }
      const trouble = it.line.trouble()
      if (trouble) throw new PortFault(trouble, { retryable: true })
      try {
        await within(timeoutMs, 'confirm the messages', work())
      } catch (error) {
        // A connection that neither breaks nor answers may have lost its other end.
        if (error instanceof PortFault && error.retryable && !it.line.trouble()) forget(it)
        throw brokerFault(error)
      }
    },
    trouble: () => opened().line.trouble(),
    cut() {
      if (open) forget(open)
    },
  }
}
