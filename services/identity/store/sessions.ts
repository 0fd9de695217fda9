import { randomBytes } from 'node:crypto'
import { identityEvents } from '@myna/contracts/identity-events'
import type { Transaction } from 'kysely'
import type { Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { cookieHeader, sessionMs } from '#domain/session-cookie.ts'
import type { DirectoryTx, People } from '#store/directory.ts'

/** The address a call came from, as far as it is known. */
export function addressOf(context: Context): string | undefined {
  return context.caller.ip ?? context.http?.ip
}

/** Opens a session and answers its token; the database keeps only a hash of it. */
export async function openSession(people: People, context: Context, userId: string, tenantId: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = context.clock.now()
  const agent = context.http?.headers['user-agent']
  const session = {
    token: hashOf(token),
    activeOrganizationId: tenantId,
    expiresAt: new Date(now.getTime() + sessionMs),
    ipAddress: addressOf(context) ?? null,
    userAgent: typeof agent === 'string' ? agent.slice(0, 300) : null,
    createdAt: now,
    updatedAt: now,
  }
  await people.createSession(userId, false, session, true)
  return token
}

/** Gives the browser its session, or takes it away when there is no token. */
export function setCookie(context: Context, token: string | undefined): void {
  context.http?.addHeader('set-cookie', cookieHeader(token, context.ports.publicUrl))
}

/** Ends sessions of a person: all but `except`. */
export async function endSessions(tx: DirectoryTx, userId: string, except?: string): Promise<void> {
  let ending = tx.deleteFrom('session').where('userId', '=', userId)
  if (except) ending = ending.where('id', '!=', except)
  await ending.execute()
}

/** Says that what was remembered of these people and keys is no longer true. */
export async function sayRevoked(context: Context, tx: Transaction<any>, who: { userIds?: readonly string[]; keyIds?: readonly string[] }): Promise<void> {
  for (const userId of who.userIds ?? []) await context.tell(tx, identityEvents.sessionsRevoked, { userId, keyId: null })
  for (const keyId of who.keyIds ?? []) await context.tell(tx, identityEvents.sessionsRevoked, { userId: null, keyId })
}
