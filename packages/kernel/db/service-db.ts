import type { Caller } from '@myna/contracts/caller'
import type { Kysely, Transaction } from 'kysely'

/** The tables of one service, behind the tenant fence. Names are unqualified: they resolve in the schema of the service. */
export type ServiceDb<Tables> = {
  /**
   * The only way to a tenant's rows: one transaction as a role that row security binds, with the tenant of the caller set.
   * Never call a service or a vendor inside. Throws `request.forbidden` when the caller has no tenant.
   */
  inTenant<R>(caller: Pick<Caller, 'tenantId'>, work: (tx: Transaction<Tables>) => Promise<R>): Promise<R>
  /** One transaction without a tenant: sees tables marked `-- global` and no row of the others. */
  global<R>(work: (tx: Transaction<Tables>) => Promise<R>): Promise<R>
  /** The connection that owns the schema `<service>_own`, for a library that brings its own tables. */
  owner: Kysely<any>
}
