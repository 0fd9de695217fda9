import type { Caller } from '@myna/contracts/caller'
import type { Kysely, Transaction } from 'kysely'
import { schemaOf } from '#db/migrate.ts'
import type { Database } from '#db/open-database.ts'
import { appRole } from '#db/roles.ts'
import { beginAs, transactOf } from '#db/transact.ts'
import { writeGuardOf } from '#db/write-guard.ts'
import { type SaidEvent, type SaidFilter, saidEvents } from '#events/said-events.ts'
import { Fault } from '#seam/fault.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The tables of one service, behind the tenant fence. Names are unqualified: they resolve in the schema of the service. */
export type ServiceDb<Tables> = {
  /**
   * The only way to a tenant's rows: one transaction as a role that row security binds, with the tenant of the caller set.
   * Never call a service or a vendor inside. Throws `request.forbidden` when the caller has no tenant.
   */
  inTenant<R>(caller: Pick<Caller, 'tenantId'>, work: (tx: Transaction<Tables>) => Promise<R>): Promise<R>
  /** One transaction without a tenant: sees tables marked `-- global` and no row of the others. */
  global<R>(work: (tx: Transaction<Tables>) => Promise<R>): Promise<R>
  /** What was said of the tenant of the caller and is still kept. Throws `request.forbidden` when the caller has no tenant. */
  said(caller: Pick<Caller, 'tenantId'>, filter: SaidFilter): Promise<SaidEvent[]>
  /** The connection that owns the schema `<service>_own`, for a library that brings its own tables. */
  owner: Kysely<any>
}

/** The tables of the service of that name. */
export function createServiceDb(database: Database, service: string): ServiceDb<any> {
  const schema = schemaOf({ name: service })
  const transact = transactOf(database)
  return {
    inTenant(caller: Pick<Caller, 'tenantId'>, work) {
      const { tenantId } = caller
      if (tenantId === null) return Promise.reject(new Fault('request.forbidden', { reason: 'the caller has no tenant' }))
      // It is written into the statement, so nothing but a UUID may pass.
      if (!uuid.test(tenantId)) return Promise.reject(new Fault('request.forbidden', { reason: 'the tenant of the caller is no UUID' }))
      const guard = writeGuardOf(caller)
      if (!guard) return transact(beginAs(appRole, schema, tenantId), work, tenantId)
      const guarded = async (tx: Transaction<any>) => {
        const result = await work(tx)
        await guard(tx)
        return result
      }
      return transact(beginAs(appRole, schema, tenantId), guarded, tenantId)
    },
    global: (work) => transact(beginAs(appRole, schema, ''), work),
    said({ tenantId }, filter) {
      if (tenantId === null) return Promise.reject(new Fault('request.forbidden', { reason: 'the caller has no tenant' }))
      return saidEvents(database, tenantId, filter)
    },
    owner: database.kysely(`${schema}_own`),
  }
}
