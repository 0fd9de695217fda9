import { randomBytes } from 'node:crypto'
import { Fault } from '@myna/kernel'
import type { Context } from '#context.ts'
import type { DirectoryTx, People } from '#store/directory.ts'

/** What a mailed link is for. */
export type LinkKind = 'verify-email' | 'reset-password' | 'not-me'

const lifeMs: Record<LinkKind, number> = { 'verify-email': 24 * 3_600_000, 'reset-password': 3_600_000, 'not-me': 7 * 24 * 3_600_000 }

/** Makes the token of a link: 32 random bytes, of which better-auth keeps a hash. `about` is the id of what it is about, if not the person. */
export async function makeLink(context: Context, people: People, kind: LinkKind, user: { id: string; email: string }, about?: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = context.clock.now()
  await people.createVerificationValue({
    identifier: `${kind}:${token}`,
    value: valueOf(kind, user.id, user.email, about),
    expiresAt: new Date(now.getTime() + lifeMs[kind]),
    createdAt: now,
    updatedAt: now,
  })
  return token
}

/** Uses up a link. Throws `identity.link_expired` when it is none, was used or came too late. */
export async function redeem(
  context: Context,
  tx: DirectoryTx,
  people: People,
  kind: LinkKind,
  token: string,
): Promise<{ userId: string; email: string; about: string | undefined }> {
  const link = await people.consumeVerificationValue(`${kind}:${token}`)
  if (!link || link.expiresAt <= context.clock.now()) throw new Fault('identity.link_expired', { kind })
  const [, userId, email, about] = link.value.split(' ', 4)
  if (!userId || !email || link.value !== valueOf(kind, userId, email, about))
    throw new Fault('identity.link_expired', { kind, why: 'made for something else' })
  await tx.deleteFrom('verification').where('value', '=', link.value).execute()
  return { userId, email, about }
}

/** Makes all links of a kind worthless for a person. */
export async function forgetLinks(tx: DirectoryTx, kind: LinkKind, userId: string): Promise<void> {
  await tx.deleteFrom('verification').where('value', 'like', `${kind} ${userId} %`).execute()
}

function valueOf(kind: LinkKind, userId: string, email: string, about: string | undefined): string {
  return [kind, userId, email, ...(about === undefined ? [] : [about])].join(' ')
}
