/**
 * Writes orders, each with an event and a job in its transaction, and handles both, until it is killed. Says `ready`, then `ack <order>` for each commit.
 * With `--finish` it writes nothing, waits until everything is handled, and says `finished`.
 * Arguments: `folder:<path>` or `server:<url>`, then the option.
 */
import { writeSync } from 'node:fs'
import { event } from '@myna/contracts'
import { z } from 'zod'
import { newId } from '#db/ids.ts'
import { migrate } from '#db/migrate.ts'
import { openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { createRelay } from '#events/relay.ts'
import { createJobs } from '#jobs/jobs.ts'
import { newCaller, quiet, type WorkshopContext, workshopEntries } from '#jobs/test/workshop.ts'
import type { JobDefinition } from '#seam/service.ts'

const place = process.argv[2] ?? ''
const finish = process.argv.includes('--finish')
const database = await openDatabase({ log: quiet, ...(place.startsWith('folder:') ? { dataDir: place.slice(7) } : { url: place.slice(7) }) })
await migrate(database, workshopEntries, quiet)
const shop = createServiceDb(database, 'shop')
const callers = Array.from({ length: 3 }, () => newCaller())

const Order = z.object({ orderId: z.string() })
const placed = event({ name: 'order.placed', summary: 'An order was placed.', data: Order })
/** Fails now and then, takes a moment, and leaves a trace of each run that got to its end. */
const handle =
  (who: string) =>
  async ({ orderId }: z.output<typeof Order>, { caller, signal }: WorkshopContext) => {
    if (Math.random() < 0.05) throw new Error('bad luck')
    if (Math.random() < 0.3) await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    signal.throwIfAborted()
    await shop.inTenant(caller, (tx) => tx.insertInto('traces').values({ tenant_id: caller.tenantId, id: newId(), order_id: orderId, who }).execute())
  }
const pack: JobDefinition<typeof Order, WorkshopContext> = { input: Order, retries: 20, backoffMs: 20, timeoutMs: 10_000, concurrency: 4, run: handle('pack') }
const contextFor = (_service: string, caller: WorkshopContext['caller'], signal: AbortSignal): WorkshopContext => ({ caller, signal })
const jobs = createJobs({ database, log: quiet, contextFor, definitions: [{ service: 'shop', name: 'pack', definition: pack }], leaseMs: 1_500, pollMs: 100 })
const relay = createRelay({
  database,
  log: quiet,
  contextFor,
  listeners: { [placed.name]: ['mail', 'stats'] },
  reactions: ['mail', 'stats'].map((service) => ({ service, reaction: { event: placed, run: handle(service) } })),
  leaseMs: 1_500,
  pollMs: 100,
  backoffMs: 20,
  attempts: 20,
})
await jobs.start()
await relay.start()
writeSync(1, 'ready\n')

if (finish) {
  for (;;) {
    const left = { ...(await jobs.counts()), ...(await relay.counts()) }
    if (left.jobs_waiting + left.jobs_running + left.events_waiting === 0) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await relay.drain(1_000)
  await jobs.drain(1_000)
  await database.close()
  writeSync(1, 'finished\n')
} else {
  for (let n = 0; ; n++) {
    const caller = callers[n % callers.length]!
    const orderId = newId()
    await shop.inTenant(caller, async (tx) => {
      await tx.insertInto('orders').values({ tenant_id: caller.tenantId, id: orderId }).execute()
      await relay.tell(tx, placed, { orderId }, caller)
      await jobs.senderFor('shop', caller).send(tx, 'pack', { orderId })
    })
    writeSync(1, `ack ${orderId}\n`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
