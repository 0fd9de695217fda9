import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, createLog, createVault, type Database, defineService, job, newId, openDatabase, type ServiceDb } from '@myna/kernel'
import { PgBoss } from 'pg-boss'
import { z } from 'zod'

/** A queue that runs short jobs: `fill` adds them, `drain` runs them all and answers how many ms that took. */
export type Queue = { run(count: number, atOnce: number): Promise<number>; close(): Promise<void> }

const log = createLog({ level: 'error' })
const secret = new Uint8Array(32)

/** Opens a database of its own: in a folder, or at an address. */
export async function openBenchDatabase(url: string | undefined): Promise<{ database: Database; close(): Promise<void> }> {
  const dataDir = url ? undefined : mkdtempSync(join(tmpdir(), 'myna-bench-'))
  const database = await openDatabase({ url, dataDir, log, poolSize: 10 })
  return {
    database,
    async close() {
      await database.close()
      if (dataDir) rmSync(dataDir, { recursive: true })
    },
  }
}

/** Jobs of the kernel, of ten tenants. */
export function ourQueue(database: Database): Queue {
  const tenants = Array.from({ length: 10 }, () => newId())
  return {
    async run(count, atOnce) {
      let left = count
      let finish = () => {}
      const finished = new Promise<void>((resolve) => (finish = resolve))
      const run = async () => {
        if (--left === 0) finish()
      }
      const worker = defineService<{}, {}, {}>({
        name: 'worker',
        contract: {},
        needs: {},
        operations: {},
        jobs: { short: job({ input: z.object({ n: z.number() }), retries: 2, backoffMs: 1_000, timeoutMs: 10_000, concurrency: atOnce, run }) },
        migrations: new URL('../events/migrations/', import.meta.url),
      })
      const house = await createHouse({ services: [worker], contracts: { worker: {} }, database, ports: {}, vault: createVault(secret), secret, log })
      for (let n = 0; n < count; n += 100) {
        const caller = { tenantId: tenants[(n / 100) % tenants.length]!, subject: 'user:bench', roles: [], scopes: [], traceId: 'bench' }
        const context = house.contextFor('worker', { caller, signal: new AbortController().signal })
        await (context.db as ServiceDb<{}>).inTenant(caller, async (tx) => {
          for (let k = n; k < n + 100; k++) await context.jobs.send(tx, 'short', { n: k })
        })
      }
      const start = performance.now()
      await house.start()
      await finished
      const took = performance.now() - start
      await house.drain(5_000)
      return took
    },
    close: async () => {},
  }
}

/** pg-boss on the same database: batches of `atOnce`, taken on again as soon as one was full. */
export async function openBoss(database: Database): Promise<Queue> {
  const boss = new PgBoss({ db: { executeSql: (text: string, values?: unknown[]) => database.pool.query(text, values) }, schedule: false, supervise: false })
  boss.on('error', () => {})
  await boss.start()
  let queues = 0
  return {
    async run(count, atOnce) {
      const queue = `short${++queues}`
      await boss.createQueue(queue)
      for (let n = 0; n < count; n += 100)
        await boss.insert(
          queue,
          Array.from({ length: 100 }, (_, k) => ({ data: { n: n + k } })),
        )
      let left = count
      let finish = () => {}
      const finished = new Promise<void>((resolve) => (finish = resolve))
      const start = performance.now()
      await boss.work(queue, { batchSize: atOnce, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }, async (jobs) => {
        left -= jobs.length
        if (left === 0) finish()
      })
      await finished
      const took = performance.now() - start
      await boss.offWork(queue)
      return took
    },
    close: () => boss.stop({ graceful: false }),
  }
}
