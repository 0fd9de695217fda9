import type { Caller } from '@myna/contracts/caller'
import { systemClock } from '@myna/kernel'
import type { Context } from '#context.ts'
import { createWindows, type Windows } from '#limits/windows.ts'
import { createRuleBook, type RuleBook } from '#store/rule-book.ts'
import { createRecent } from '#traffic/recent.ts'
import { createTally } from '#traffic/tally.ts'
import { createTrafficWriter, type TrafficWriter } from '#traffic/traffic-writer.ts'
import { apiVersions, type VersionEntry } from '#versions/api-versions.ts'
import { readVersions } from '#versions/read-versions.ts'

/** On which topic gateways tell each other whose rules changed; the message is the tenant, or '' for those of the platform. */
const topic = 'gateway.rules'

/** What an open gate holds in memory. */
type Open = { book: RuleBook; windows: Windows; writer: TrafficWriter; context: Context; publicHost: string; now(): number }

export type Gate = ReturnType<typeof createGate>

/** What one gateway process knows and counts: rules, windows, versions, traffic. Opened when its service starts. */
export function createGate(options: { versions?: readonly VersionEntry[] } = {}) {
  const tally = createTally()
  let open: Open | undefined
  let isHere = (_service: string): boolean => false

  const opened = (): Open => {
    if (!open) throw new Error('The gate is not open yet')
    return open
  }

  return {
    tally,
    recent: createRecent(),
    versions: readVersions(options.versions ?? apiVersions),
    startedAt: new Date(),
    opened,
    isOpen: () => open !== undefined,
    /** Whether a service runs in this process. */
    isHere: (service: string) => isHere(service),
    tellWhoIsHere(tell: (service: string) => boolean): void {
      isHere = tell
    },
    /** Opens the gate; the function it gives back closes it. */
    async open(context: Context): Promise<() => Promise<void>> {
      const { db, live, log, clock, ports } = context
      // Asked several times in a request: no object is made for it.
      const now = clock === systemClock ? Date.now : () => clock.now().getTime()
      const factor = ports.limitFactor ?? 1
      const book = createRuleBook({ db, log, factor, now })
      const windows = createWindows({ counters: ports.counters, now })
      const writer = createTrafficWriter({ db, tally, book, log, live, now })
      open = { book, windows, writer, context, publicHost: new URL(ports.publicUrl).host, now }
      await book.refresh(null)
      const warn = (error: unknown) => log.warn({ err: error }, 'rules of the gateway could not be read anew')
      const unsubscribe = ports.fanOut?.subscribe(topic, (message) => void book.refresh(message === '' ? null : message).catch(warn))
      const unhear = ports.fanOut?.onReturn(() => void book.refreshAll().catch(warn))
      return async () => {
        unsubscribe?.()
        unhear?.()
        await writer.stop()
        await windows.close()
      }
    },
    /** Reads changed rules anew here, before it resolves, and tells other gateways; null stands for those of the platform. */
    async changed(tenantId: string | null): Promise<void> {
      const { book, context } = opened()
      await book.refresh(tenantId)
      context.ports.fanOut?.publish(topic, tenantId ?? '')
    },
  }
}

/** Whether somebody stands outside what organisations set: the operator at the server itself, so that nobody is locked out for ever. */
export function isOperator({ subject }: Pick<Caller, 'subject'>): boolean {
  return subject === 'operator'
}
