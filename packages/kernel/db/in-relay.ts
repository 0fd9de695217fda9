import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#db/open-database.ts'
import { relayRole } from '#db/roles.ts'
import { beginAs, transactOf } from '#db/transact.ts'

/** One transaction of the kernel across tenants: sees all rows of the tables in schema `kernel` and of every outbox. */
export function inRelay<R>(database: Database, work: (tx: Transaction<any>) => Promise<R>): Promise<R> {
  return transactOf(database)(beginAs(relayRole, 'kernel', ''), work)
}

/** Turns a transaction of the owner into one of the kernel across tenants, until it ends. */
export async function asRelay(tx: Kysely<any>): Promise<void> {
  await sql`select set_config('role', ${relayRole}, true), set_config('app.tenant_id', '', true)`.execute(tx)
}
