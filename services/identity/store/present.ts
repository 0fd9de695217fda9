import type { ApiKey, Invitation, Member, Session, Tenant, User } from '@myna/contracts/identity-shapes'
import type { SignInRecord } from '@myna/contracts/identity-sign-in'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { deviceName } from '#domain/device-name.ts'
import type { ApiKeyRow } from '#store/api-key-queries.ts'
import { type InvitationRow, isOpen } from '#store/invitations.ts'
import type { MemberRow } from '#store/member-queries.ts'
import type { DirectoryTables } from '#store/tables.ts'

type UserRow = Pick<DirectoryTables['user'], 'id' | 'name' | 'email' | 'emailVerified' | 'preferences' | 'createdAt'>

/** A person; `active` tells whether they may work in any organisation, or have none yet. */
export function presentUser(it: UserRow, active: boolean): z.infer<typeof User> {
  return {
    id: it.id,
    name: it.name,
    email: it.email,
    emailVerified: it.emailVerified,
    active,
    preferences: preferencesIn(it.preferences),
    createdAt: it.createdAt.toISOString(),
  }
}

/** Preferences as kept: a JSON object in a text. */
export function preferencesIn(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>
}

/** An organisation. */
export function presentTenant(it: Pick<DirectoryTables['organization'], 'id' | 'name' | 'slug' | 'createdAt'>): z.infer<typeof Tenant> {
  return { id: it.id, name: it.name, slug: it.slug, createdAt: it.createdAt.toISOString() }
}

/** A member. */
export function presentMember(it: MemberRow): z.infer<typeof Member> {
  return {
    userId: it.userId,
    name: it.name,
    email: it.email,
    title: it.title,
    role: it.role,
    active: it.active && !it.disabledAt,
    secondFactor: it.totpSince !== null || Boolean(it.hasPasskey),
    joinedAt: it.createdAt.toISOString(),
    lastSeenAt: it.lastSeenAt?.toISOString() ?? null,
  }
}

/** An invitation; one that ran out is `expired` from that moment on. */
export function presentInvitation(it: InvitationRow, now: Date): z.infer<typeof Invitation> {
  const status = isOpen(it, now) ? 'open' : it.status === 'pending' ? 'expired' : it.status === 'accepted' ? 'accepted' : 'cancelled'
  return {
    id: it.id,
    email: it.email,
    role: it.role,
    status,
    invitedBy: it.inviterName ?? 'the operator',
    expiresAt: it.expiresAt.toISOString(),
    createdAt: it.createdAt.toISOString(),
  }
}

/** An API key without its secret. */
export function presentApiKey(it: ApiKeyRow): z.infer<typeof ApiKey> {
  return {
    id: it.id,
    name: it.name,
    start: it.start,
    scopes: it.scopes,
    createdBy: it.created_by,
    lastUsedAt: it.last_used_at?.toISOString() ?? null,
    expiresAt: it.expires_at?.toISOString() ?? null,
    createdAt: it.created_at.toISOString(),
  }
}

/** A session; `current` is the id of the one that asks. */
export function presentSession(it: Selectable<DirectoryTables['session']>, current: string | undefined): z.infer<typeof Session> {
  return {
    id: it.id,
    current: it.id === current,
    userAgent: it.userAgent,
    device: deviceName(it.userAgent),
    ip: it.ipAddress,
    method: it.method,
    impersonatedBy: it.impersonatorName,
    createdAt: it.createdAt.toISOString(),
    lastSeenAt: it.updatedAt.toISOString(),
    expiresAt: it.expiresAt.toISOString(),
  }
}

/** An attempt to sign in. */
export function presentSignIn(it: Selectable<DirectoryTables['sign_ins']>): z.infer<typeof SignInRecord> {
  return {
    id: it.id,
    at: it.at.toISOString(),
    method: it.method,
    outcome: it.outcome as z.infer<typeof SignInRecord>['outcome'],
    suspicious: it.suspicious.split(' ').filter(Boolean),
    ip: it.ip,
    userAgent: it.user_agent,
  }
}
