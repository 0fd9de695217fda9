import { event } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { inRelay } from '#db/in-relay.ts'
import { createServiceDb } from '#db/service-db.ts'
import { openTestDatabase } from '#db/test-database.ts'
import { createRelay } from '#events/relay.ts'
import { newCaller, quiet, until, workshopEntries, type WorkshopContext } from '#jobs/test/workshop.ts'

const many = 50_000
const placed = event({ name: 'order.placed', summary: 'An order was placed.', data: z.object({ n: z.number() }) })

test('fifty thousand events of one tenant do not make the one event of another wait', async () => {
  const database = await openTestDatabase(workshopEntries)
  const [noisy, single] = [newCaller(), newCaller()]
  for (let n = 0; n < many; n += 5_000)
    await inRelay(database, (tx) =>
      sql`
        with said as (
          insert into kernel.outbox (id, tenant_id, name, data, caller, routed_at)
          select gen_random_uuid(), ${noisy.tenantId}::uuid, ${placed.name}, '{"n":1}', '{"subject":"x","traceId":"x"}', now()
          from generate_series(1, 5000) returning id, tenant_id, seq)
        insert into kernel.deliveries (event_id, listener, tenant_id, seq) select id, 'mail', tenant_id, seq from said`.execute(tx),
    )
  const order: (string | null)[] = []
  const relay = createRelay({
    database,
    log: quiet,
    listeners: { [placed.name]: ['mail'] },
    reactions: [{ service: 'mail', reaction: { event: placed, run: async (_data: unknown, { caller }: WorkshopContext) => void order.push(caller.tenantId) } }],
    contextFor: (_service, caller: Caller, signal): WorkshopContext => ({ caller, signal }),
  })
  const say = () => createServiceDb(database, 'shop').inTenant(single, (tx) => relay.tell(tx, placed, { n: 2 }, single))
  const heard = () => order.filter((it) => it === single.tenantId).length
  await say()
  await relay.start()
  await until('the one is heard', () => heard() === 1)
  // What one look takes on of a tenant is all that may stand before it.
  expect(order.indexOf(single.tenantId)).toBeLessThanOrEqual(50)
  await say()
  await until('one that is said in the midst of the many is heard', () => heard() === 2)
  expect((await relay.counts()).events_waiting).toBeGreaterThan(many / 2)
  await relay.drain(0)
  await database.close()
}, 150_000)
