import { Fault, newId } from '@myna/kernel'
import type { ExternalPerson } from '@myna/ports/identity-provider'
import type { Kysely } from 'kysely'
import type { Context } from '#context.ts'
import type { DirectoryTx } from '#store/directory.ts'
import type { DirectoryTables } from '#store/tables.ts'

/** An account elsewhere: at a vendor, or at the provider of one connection. */
export type External = ExternalPerson & { provider: string }

// A vault seals by tenant; what waits to be linked belongs to none.
const vaultName = 'external accounts'

/** An account elsewhere as it is kept while its link waits for a proof. */
export function sealExternal(context: Context, external: External): string {
  return context.vault.seal(vaultName, JSON.stringify(external))
}

/** The person an account elsewhere signs in. */
export function findLinked(db: Kysely<DirectoryTables>, provider: string, subject: string) {
  return db
    .selectFrom('account')
    .innerJoin('user', 'user.id', 'account.userId')
    .select(['user.id', 'user.name', 'user.email', 'user.emailVerified', 'user.disabledAt'])
    .where('account.providerId', '=', provider)
    .where('account.accountId', '=', subject)
    .executeTakeFirst()
}

/** Links an account elsewhere to a person. Throws `identity.account_taken` when it signs in another. */
export async function addLink(context: Context, tx: DirectoryTx, userId: string, external: External): Promise<void> {
  const now = context.clock.now()
  const known = await findLinked(tx, external.provider, external.subject)
  if (known && known.id !== userId) throw new Fault('identity.account_taken', { provider: external.provider })
  if (known) return
  await tx
    .insertInto('account')
    .values({
      id: newId(),
      userId,
      accountId: external.subject,
      providerId: external.provider,
      password: null,
      email: external.email,
      name: external.name,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
}

/** Links what `sealExternal` kept; the address it vouches for is thereby verified. */
export async function linkExternal(context: Context, tx: DirectoryTx, userId: string, sealed: string): Promise<void> {
  const external = JSON.parse(context.vault.open(vaultName, sealed)) as External
  await addLink(context, tx, userId, external)
  await tx
    .updateTable('user')
    .set({ emailVerified: true })
    .where('id', '=', userId)
    .where('email', '=', external.email ?? '')
    .execute()
}
