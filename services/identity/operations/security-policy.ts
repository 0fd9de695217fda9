import { Fault } from '@myna/kernel'
import type { Context, Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { sayRevoked } from '#store/sessions.ts'

/** What the organisation asks of its members. */
export const getSecurityPolicy: Handle<'getSecurityPolicy'> = (_input, context) => describePolicy(context)

/** Asks members for a second factor, or no longer: whoever has none sets one up with the next request. */
export const updateSecurityPolicy: Handle<'updateSecurityPolicy'> = async ({ requireSecondFactor }, context) => {
  const { tenantId, caller } = context
  const directory = await directoryOf(context)
  const [kind, id] = caller.subject.split(':', 2)
  if (requireSecondFactor && kind === 'user' && id) {
    const self = await createMemberQueries(directory.read).one(tenantId, id)
    if (!self?.totpSince && !self?.hasPasskey) throw new Fault('identity.second_factor_first')
  }
  await directory.change(caller, async (tx) => {
    await tx
      .insertInto('security_policies')
      .values({ tenant_id: tenantId, require_second_factor: requireSecondFactor })
      .onConflict((it) => it.column('tenant_id').doUpdateSet({ require_second_factor: requireSecondFactor }))
      .execute()
    const members = await tx.selectFrom('member').select('userId').where('organizationId', '=', tenantId).limit(1).execute()
    // Whoever hears it forgets every credential, so one person stands for all.
    await sayRevoked(context, tx, { userIds: members.map((it) => it.userId) })
    await context.note(tx, { action: 'update-security-policy', subject: `tenant:${tenantId}`, detail: { requireSecondFactor } })
  })
  return describePolicy(context)
}

async function describePolicy(context: Context) {
  const { read } = await directoryOf(context)
  const policy = await read.selectFrom('security_policies').selectAll().where('tenant_id', '=', context.tenantId).executeTakeFirst()
  const without = await read
    .selectFrom('member')
    .select((it) => it.fn.countAll<string>().as('count'))
    .where('organizationId', '=', context.tenantId)
    .where('active', '=', true)
    .where((on) =>
      on.not(
        on.or([
          on.exists(on.selectFrom('totp').select('totp.user_id').whereRef('totp.user_id', '=', 'member.userId').where('totp.confirmed_at', 'is not', null)),
          on.exists(on.selectFrom('passkeys').select('passkeys.id').whereRef('passkeys.user_id', '=', 'member.userId')),
        ]),
      ),
    )
    .executeTakeFirstOrThrow()
  return { requireSecondFactor: policy?.require_second_factor ?? false, membersWithout: Number(without.count) }
}
