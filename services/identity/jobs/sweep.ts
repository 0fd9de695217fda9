import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { accountPolicy } from '#domain/lockout.ts'
import { directoryOf } from '#store/directory.ts'
import { ensureSigningKey } from '#store/signing-keys.ts'

const Input = z.object({})

/** How long sign-ins and devices are known, in ms. */
const keptMs = 400 * 24 * 3_600_000

/** Forgets what has run out, and changes the signing key when it is old. */
export const sweep = job<typeof Input, Context>({
  input: Input,
  retries: 3,
  backoffMs: 60_000,
  timeoutMs: 120_000,
  schedule: '17 3 * * *',
  async run(_input, context) {
    const directory = await directoryOf(context)
    const now = context.clock.now()
    await directory.change({ tenantId: null }, async (tx) => {
      await tx.deleteFrom('session').where('expiresAt', '<', now).execute()
      await tx.deleteFrom('verification').where('expiresAt', '<', now).execute()
      for (const table of ['challenges', 'pending_sign_ins', 'flows', 'used_assertions'] as const)
        await tx.deleteFrom(table).where('expires_at', '<', now).execute()
      await tx
        .deleteFrom('sign_ins')
        .where('at', '<', new Date(now.getTime() - keptMs))
        .execute()
      await tx
        .deleteFrom('sign_ins')
        .where('user_id', 'is', null)
        .where('at', '<', new Date(now.getTime() - accountPolicy.forgetMs))
        .execute()
      await tx
        .deleteFrom('totp')
        .where('confirmed_at', 'is', null)
        .where('created_at', '<', new Date(now.getTime() - accountPolicy.forgetMs))
        .execute()
      await tx
        .deleteFrom('devices')
        .where('last_seen_at', '<', new Date(now.getTime() - keptMs))
        .execute()
      await tx.deleteFrom('refresh_tokens').where('expires_at', '<', now).execute()
      await tx
        .deleteFrom('attempts')
        .where('last_at', '<', new Date(now.getTime() - accountPolicy.forgetMs))
        .execute()
    })
    await ensureSigningKey(context)
  },
})
