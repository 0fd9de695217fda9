import type { Broker, BrokerMessage, BrokerVerdict } from '@myna/ports/broker'
import type { Told } from '#events/tell.ts'
import type { Log } from '#log.ts'

/**
 * What a broker carries: word that a service has an event to hear, under the id of the event. The event itself stays in the database, behind the fence of its
 * tenant, where its place in the order and how far it got are kept as well. So a word that is late, lost, repeated, of another version or about an event that is
 * long over changes nothing but when the service looks.
 */
export type Tickets = {
  /** Sends word; calls back with the services that the broker does not reach now. */
  send(told: readonly Told[], unreached: (listeners: readonly string[]) => void): void
  /** Begins and ends to take words, as the process wins and loses the right to deliver to services. */
  follow(held: ReadonlySet<string>): void
  /** The words at hand for these services; `settle` them once what they tell of was looked for, or could not be. */
  take(listeners: readonly string[]): { settle(verdict: BrokerVerdict): void }
  stop(): Promise<void>
  /** Words that the broker did not take, since the process began. */
  failures(): number
}

const mostInHand = 200
/** Words of a process that the broker has not confirmed; what comes beyond goes by the database. */
const mostUnconfirmed = 500

/** `onWord` is called whenever there is word for a service. */
export function createTickets(it: { broker: Broker; log: Log; onWord(): void }): Tickets {
  const { broker, log } = it
  const inHand = new Map<string, ((verdict: BrokerVerdict) => void)[]>()
  const consumed = new Map<string, Promise<() => Promise<void>>>()
  let unconfirmed = 0
  let failed = 0
  let stopped = false

  const takeFor =
    (listener: string) =>
    ({ id, body }: BrokerMessage): Promise<BrokerVerdict> => {
      if (!isTicket(body)) {
        log.warn({ service: listener, message: id }, 'a message in the queue of a service is none of ours; it was put aside')
        return Promise.resolve('dead')
      }
      if (stopped) return Promise.resolve('again')
      return new Promise((resolve) => {
        const waiting = inHand.get(listener) ?? []
        inHand.set(listener, waiting)
        waiting.push(resolve)
        it.onWord()
      })
    }
  const end = async (listener: string): Promise<void> => {
    const begun = consumed.get(listener)
    consumed.delete(listener)
    for (const resolve of inHand.get(listener)?.splice(0) ?? []) resolve('again')
    const stop = await begun?.catch(() => undefined)
    await stop?.().catch((error: unknown) => log.warn({ err: error, service: listener }, 'the queue of a service could not be let go'))
  }

  return {
    send(told, unreached) {
      for (const [listener, those] of Map.groupBy(told, (one) => one.listener)) {
        const fail = (why: string) => {
          failed += those.length
          log.debug({ service: listener, why }, 'the broker did not take word of an event')
          unreached([listener])
        }
        if (unconfirmed >= mostUnconfirmed) {
          fail('It has confirmed too little of what it was told.')
          continue
        }
        // No word waits for the confirmation of another; that only tells whether the database has to bring it.
        unconfirmed += those.length
        broker
          .publish(
            listener,
            those.map(({ eventId }) => ({ id: eventId, body: ticketOf(eventId) })),
          )
          .catch((error: Error) => fail(error.message))
          .finally(() => (unconfirmed -= those.length))
      }
    },
    follow(held) {
      for (const listener of held) {
        if (stopped || consumed.has(listener)) continue
        const begun = broker.consume(listener, mostInHand, takeFor(listener))
        consumed.set(listener, begun)
        begun.catch((error: unknown) => {
          log.error({ err: error, service: listener }, 'the queue of a service cannot be used; its events are found in the database')
          consumed.delete(listener)
        })
      }
      for (const listener of consumed.keys()) if (!held.has(listener)) void end(listener)
    },
    take(listeners) {
      const taken = listeners.flatMap((listener) => inHand.get(listener)?.splice(0) ?? [])
      return {
        settle: (verdict) => {
          for (const resolve of taken) resolve(verdict)
        },
      }
    },
    async stop() {
      stopped = true
      await Promise.all([...consumed.keys()].map(end))
    },
    failures: () => failed,
  }
}

const version = 1

function ticketOf(eventId: string): Uint8Array {
  return Buffer.from(JSON.stringify({ myna: 'event', version, eventId }))
}

/** Of any version: whatever a later one says besides, it means that there is something to look for. */
function isTicket(body: Uint8Array): boolean {
  try {
    const said = JSON.parse(Buffer.from(body).toString('utf8')) as { myna?: unknown } | null
    return said?.myna === 'event'
  } catch {
    return false
  }
}
