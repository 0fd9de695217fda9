import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createRabbitBroker } from '@myna/broker-rabbitmq'
import { createHouse, createLog, createVault, defineService, newId, openDatabase, type ServiceDb } from '@myna/kernel'
import pg from 'pg'
import { pinged, wallMs } from './ping.ts'

/** A way from one process to another: says the nth thing, and resolves when it is committed. */
export type Way = { say(n: number): Promise<unknown>; child: ChildProcess; close(): Promise<void> }

/** The RabbitMQ that benchmarks use; their queues stay there, with nothing in them. */
export const rabbitUrl = process.env['MYNA_TEST_RABBITMQ_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672'

const prefix = `myna-bench-${randomBytes(3).toString('hex')}`
const log = createLog({ level: 'error' })
const tenants = Array.from({ length: 20 }, () => newId())

async function hear(...args: string[]): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./hearer.ts', import.meta.url)), args)
  await once(child, 'message')
  return child
}

/** Events of the kernel: an act that writes a row and says an event, in the transaction of a tenant. */
export async function openEvents(databaseUrl: string, withBroker: boolean): Promise<Way> {
  const sayer = defineService<{}, {}, {}>({
    name: 'sayer',
    contract: {},
    needs: {},
    operations: {},
    migrations: new URL('./migrations/', import.meta.url),
  })
  const database = await openDatabase({ url: databaseUrl, log })
  const broker = withBroker ? createRabbitBroker({ url: rabbitUrl, prefix, log }) : undefined
  const secret = new Uint8Array(32)
  const listeners = { [pinged.name]: ['listener'] }
  const house = await createHouse({
    services: [sayer],
    contracts: { sayer: {} },
    listeners,
    database,
    broker,
    ports: {},
    vault: createVault(secret),
    secret,
    log,
  })
  await house.start()
  const child = await hear('house', databaseUrl, withBroker ? rabbitUrl : '-', prefix)
  return {
    child,
    async say(n) {
      const caller = { tenantId: tenants[n % tenants.length]!, subject: 'user:bench', roles: [], scopes: [], traceId: 'bench' }
      const context = house.contextFor('sayer', { caller, signal: new AbortController().signal })
      const db = context.db as ServiceDb<{ said: { tenant_id: string; id: string } }>
      await db.inTenant(caller, async (tx) => {
        await tx.insertInto('said').values({ tenant_id: caller.tenantId, id: newId() }).execute()
        await context.tell(tx, pinged, { n })
      })
    },
    async close() {
      child.disconnect()
      await house.drain(1_000)
      await broker?.close()
      await database.close()
    },
  }
}

/** LISTEN and NOTIFY with nothing around them. */
export async function openNotify(databaseUrl: string): Promise<Way> {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  const child = await hear('notify', databaseUrl)
  return {
    child,
    say: (n) => pool.query(`select pg_notify('bench', $1)`, [String(n)]),
    async close() {
      child.disconnect()
      await pool.end()
    },
  }
}

/** A message of RabbitMQ, published with confirmation to a quorum queue. */
export async function openRabbit(): Promise<Way> {
  const broker = createRabbitBroker({ url: rabbitUrl, prefix, log })
  const child = await hear('rabbit', '-', rabbitUrl, prefix)
  return {
    child,
    // The message is on its way when it is written: its confirmation comes about when it is heard.
    say: (n) => {
      void broker.publish('bare', [{ id: String(n), body: Buffer.from('{}') }])
      return Promise.resolve()
    },
    async close() {
      child.disconnect()
      await broker.close()
    },
  }
}

/** Says things at an even rate; answers for each how long after its commit it was heard, in ms. Throws when one is not heard within 30 s. */
export async function measure({ say, child }: Way, perSecond: number, seconds: number, from: number): Promise<number[]> {
  const count = perSecond * seconds
  const committed = new Map<number, number>()
  const heard = new Map<number, number>()
  const onMessage = ({ n, at }: { n: number; at: number }) => void heard.set(n, at)
  child.on('message', onMessage)
  const start = performance.now()
  const said: Promise<unknown>[] = []
  for (let k = 0; k < count; k++) {
    const dueMs = (k * 1_000) / perSecond - (performance.now() - start)
    if (dueMs > 0) await new Promise((resolve) => setTimeout(resolve, dueMs))
    said.push(say(from + k).then(() => committed.set(from + k, wallMs())))
  }
  await Promise.all(said)
  const giveUpAt = performance.now() + 30_000
  while (heard.size < count) {
    if (performance.now() > giveUpAt) throw new Error(`${count - heard.size} of ${count} were not heard`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.off('message', onMessage)
  return [...heard].map(([n, at]) => Math.max(0, at - committed.get(n)!))
}
