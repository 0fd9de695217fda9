import { newId } from '@myna/kernel'
import { type Kysely, sql } from 'kysely'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { addOrganisation } from '#store/organisations.ts'
import { presentTenant } from '#store/present.ts'
import type { DirectoryTables } from '#store/tables.ts'

const lock = 0x6d796e63

/** The oldest organisation, made without members when there is none. */
export const ensureTenant: Handle<'ensureTenant'> = async ({ name }, context) => {
  const directory = await directoryOf(context)
  const known = await oldest(directory.read)
  if (known) return presentTenant(known)
  const acting = context.as({ ...context.caller, tenantId: newId() })
  const tenant = await directory.change(acting.caller, async (tx) => {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(tx)
    const first = await oldest(tx)
    return first ?? addOrganisation(acting, tx, { id: acting.tenantId, name, ownerId: null, language: null })
  })
  return presentTenant(tenant)
}

function oldest(db: Kysely<DirectoryTables>) {
  return db.selectFrom('organization').selectAll().orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst()
}
