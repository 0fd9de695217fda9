import { randomBytes } from 'node:crypto'
import type { Answer, Context } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { accessTokenSeconds, refreshTokenMs } from '#domain/tokens.ts'
import type { DirectoryTx } from '#store/directory.ts'
import { signAccessToken } from '#store/signing-keys.ts'
import type { LiveSession } from '#store/live-session.ts'

/** Adds a refresh token of a session and answers it; the database keeps a hash. */
export async function addRefreshToken(context: Context, tx: DirectoryTx, sessionId: string): Promise<string> {
  const token = `mynar_${randomBytes(32).toString('base64url')}`
  const expires_at = new Date(context.clock.now().getTime() + refreshTokenMs)
  await tx
    .insertInto('refresh_tokens')
    .values({ hash: hashOf(token), session_id: sessionId, expires_at, used_at: null })
    .execute()
  return token
}

/** An access token for a live session beside its refresh token. */
export async function pairOf(context: Context, session: LiveSession, scopes: readonly string[], refreshToken: string): Promise<Answer<'issueToken'>> {
  const until = new Date(Math.min(context.clock.now().getTime() + accessTokenSeconds * 1_000, session.expiresAt.getTime()))
  const claims = { sub: session.userId, sid: session.id, tenant: session.tenantId, roles: session.role ? [session.role] : [], scope: scopes.join(' ') }
  return { accessToken: await signAccessToken(context, claims, until), refreshToken, expiresAt: until.toISOString() }
}
