import { job } from '@myna/kernel'
import { z } from 'zod'
import type { Context } from '#context.ts'
import { accountPolicy } from '#domain/lockout.ts'
import { directoryOf } from '#store/directory.ts'
import { ensureSigningKey } from '#store/signing-keys.ts'

const Input = z.object({})

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
      await tx.deleteFrom('refresh_tokens').where('expires_at', '<', now).execute()
      await tx
        .deleteFrom('attempts')
        .where('last_at', '<', new Date(now.getTime() - accountPolicy.forgetMs))
        .execute()
    })
    await ensureSigningKey(context)
  },
})
