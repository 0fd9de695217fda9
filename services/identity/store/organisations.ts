import { identityEvents } from '@myna/contracts/identity-events'
import { newId } from '@myna/kernel'
import type { Context } from '#context.ts'
import { slugOf } from '#domain/slug.ts'
import type { DirectoryTx } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

type Organisation = Pick<DirectoryTables['organization'], 'id' | 'name' | 'slug' | 'createdAt'>

/** Adds an organisation, with its owner when there is one, and says so. `context` acts in the new tenant. */
export async function addOrganisation(
  context: Context,
  tx: DirectoryTx,
  it: { id: string; name: string; ownerId: string | null; language: string | null },
): Promise<Organisation> {
  const row = { id: it.id, name: it.name, slug: slugOf(it.name), createdAt: context.clock.now() }
  await tx
    .insertInto('organization')
    .values({ ...row, logo: null, metadata: null })
    .execute()
  if (it.ownerId) await addMember(context, tx, { tenantId: it.id, userId: it.ownerId, role: 'owner' })
  await context.tell(tx, identityEvents.tenantCreated, { tenantId: it.id, name: it.name, language: it.language })
  await context.note(tx, { action: 'create-tenant', subject: `tenant:${it.id}`, detail: { name: it.name } })
  return row
}

/** Makes a person a member. */
export async function addMember(context: Context, tx: DirectoryTx, it: { tenantId: string; userId: string; role: string }): Promise<void> {
  const now = context.clock.now()
  await tx
    .insertInto('member')
    .values({ id: newId(), organizationId: it.tenantId, userId: it.userId, role: it.role, active: true, lastSeenAt: now, createdAt: now })
    .execute()
}

/** Holds others off an organisation's members until the transaction ends, so that two owners cannot both leave at once. */
export async function lockOrganisation(tx: DirectoryTx, tenantId: string): Promise<void> {
  await tx.selectFrom('organization').select('id').where('id', '=', tenantId).forUpdate().execute()
}
