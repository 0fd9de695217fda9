import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHouse, createLog, createVault, type Database, defineService, newId, openDatabase, type ServiceDb } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { postgresUrl } from '../machine.ts'

type Entry = { tenant_id: string; id: string; text: string }

/** One table behind the fence, and beside it a table of the same shape without one. */
export type Diary = {
  db: ServiceDb<{ entries: Entry }>
  /** Runs in a plain transaction, as the owner of the table without a fence. */
  plainly: ReturnType<Database['kysely']>
  entries: readonly { tenantId: string; id: string }[]
  close(): Promise<void>
}

const tenants = 20
const entriesEach = 500

/** A service with one table, for the fence to stand around. */
const diary = defineService<{}, {}, { entries: Entry }>({
  name: 'diary',
  contract: {},
  needs: {},
  operations: {},
  migrations: new URL('./migrations/', import.meta.url),
})

/** On the PostgreSQL server, in a database of its own that goes when it is closed. */
export async function openOnServer(): Promise<Diary> {
  process.env['MYNA_TEST_DATABASE_URL'] = postgresUrl
  const it = await openHouse({ services: [diary], contracts: { diary: {} } })
  return filled(it.house, it.database, () => it.close())
}

/** On the embedded database, in a folder of its own that goes when it is closed. */
export async function openEmbedded(): Promise<Diary> {
  const dataDir = mkdtempSync(join(tmpdir(), 'myna-bench-'))
  const log = createLog({ level: 'warn' })
  const database = await openDatabase({ dataDir, log })
  const secret = new Uint8Array(32)
  const house = await createHouse({ services: [diary], contracts: { diary: {} }, database, ports: {}, vault: createVault(secret), secret, log })
  return filled(house, database, async () => {
    await database.close()
    rmSync(dataDir, { recursive: true })
  })
}

type House = Awaited<ReturnType<typeof createHouse>>

async function filled(house: House, database: Database, close: () => Promise<void>): Promise<Diary> {
  const caller = { tenantId: null, subject: 'service:bench', roles: [], scopes: [], traceId: 'bench' }
  const { db } = house.contextFor('diary', { caller, signal: new AbortController().signal }) as unknown as { db: Diary['db'] }
  await database.pool.query('create schema plain; create table plain.entries (like diary.entries including all)')
  const plainly = database.kysely('plain').withoutPlugins()
  const entries: { tenantId: string; id: string }[] = []
  for (let tenant = 0; tenant < tenants; tenant++) {
    const tenantId = newId()
    const rows = Array.from({ length: entriesEach }, () => ({ tenant_id: tenantId, id: newId(), text: 'The shop was open from nine to five.' }))
    await db.inTenant({ tenantId }, (tx) => tx.insertInto('entries').values(rows).execute())
    await plainly.insertInto('plain.entries').values(rows).execute()
    entries.push(...rows.map((it) => ({ tenantId, id: it.id })))
  }
  await database.pool.query('analyze diary.entries')
  await database.pool.query('analyze plain.entries')
  return { db, plainly, entries, close }
}
