/**
 * One process of a split beside RabbitMQ, until it is killed or kills itself. `tell:<a-f>` writes orders of three tenants of its own, each with its event, and
 * says `ack <order>` for each commit; `hear` hears them for two services; `finish` hears until nothing is left, and says `finished`.
 * Arguments: role, address of the database, address of the broker, prefix of queues, a moment at which to die and how often it passes before that.
 */
import { writeSync } from 'node:fs'
import { createRabbitBroker } from '@myna/broker-rabbitmq'
import { event } from '@myna/contracts'
import type { Broker } from '@myna/ports/broker'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#db/ids.ts'
import { openDatabase } from '#db/open-database.ts'
import { createServiceDb } from '#db/service-db.ts'
import { createRelay } from '#events/relay.ts'
import { newCaller, quiet, type WorkshopContext } from '#jobs/test/workshop.ts'

const [role = '', databaseUrl = '', brokerUrl = '', prefix = '', dieAt = '', passes = '0'] = process.argv.slice(2)
let left = Number(passes)
const pass = (moment: string) => {
  if (moment === dieAt && left-- <= 0) process.kill(process.pid, 'SIGKILL')
}

const services = ['mail', 'stats']
const rabbit = createRabbitBroker({ url: brokerUrl, prefix, log: { warn: () => {} }, againAfterMs: 10, retryLowMs: 20, retryHighMs: 100 })
const broker: Broker = {
  ...rabbit,
  async publish(queue, messages) {
    pass('committed')
    await rabbit.publish(queue, messages)
    pass('published')
  },
  consume: (queue, atOnce, take) =>
    rabbit.consume(queue, atOnce, async (message) => {
      pass('taken')
      const verdict = await take(message)
      pass('settled')
      return verdict
    }),
}
const database = await openDatabase({ log: quiet, url: databaseUrl })
const shop = createServiceDb(database, 'shop')
const placed = event({ name: 'order.placed', summary: 'An order was placed.', data: z.object({ orderId: z.string() }) })
const hear =
  (who: string) =>
  async (data: { orderId: string }, { caller }: WorkshopContext) => {
    pass('reacting')
    await shop.inTenant(caller, (tx) =>
      sql`
      insert into effects (tenant_id, order_id, who) values (${caller.tenantId}::uuid, ${data.orderId}::uuid, ${who})
      on conflict (tenant_id, order_id, who) do update set runs = effects.runs + 1`.execute(tx),
    )
    pass('effect')
  }
const relay = createRelay({
  database,
  log: quiet,
  broker,
  contextFor: (_service, caller, signal): WorkshopContext => ({ caller, signal }),
  listeners: { [placed.name]: services },
  reactions: role.startsWith('tell') ? [] : services.map((service) => ({ service, reaction: { event: placed, run: hear(service) } })),
  leaseMs: 1_500,
  pollMs: 100,
})
await relay.start()
writeSync(1, 'ready\n')

if (role === 'finish') {
  const rest = async () =>
    (await relay.counts()).events_waiting + (await Promise.all(services.map((it) => rabbit.depth(it)))).reduce((n, it) => n + it.waiting, 0)
  while ((await rest()) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  await relay.drain(1_000)
  await rabbit.close()
  await database.close()
  writeSync(1, 'finished\n')
} else if (role.startsWith('tell')) {
  const callers = [0, 1, 2].map((n) => newCaller(`0000000${n}-0000-4000-8000-${role.slice(5).repeat(12)}`))
  for (let n = 0; ; n++) {
    const caller = callers[n % callers.length]!
    const orderId = newId()
    await shop.inTenant(caller, async (tx) => {
      await tx.insertInto('orders').values({ tenant_id: caller.tenantId, id: orderId }).execute()
      await relay.tell(tx, placed, { orderId }, caller)
      pass('act')
    })
    writeSync(1, `ack ${orderId}\n`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
