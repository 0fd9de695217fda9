import type { Generated } from 'kysely'

/** Tables of the schema `identity`, fenced by tenant. */
export type Tables = {
  roles: { tenant_id: Generated<string>; id: string; name: string; scopes: string[]; created_at: Date }
  teams: { tenant_id: Generated<string>; id: string; name: string; member_ids: string[]; created_at: Date }
  api_keys: {
    tenant_id: Generated<string>
    id: string
    name: string
    start: string
    hash: string
    scopes: string[]
    user_id: string | null
    created_by: string
    last_used_at: Date | null
    expires_at: Date | null
    created_at: Date
  }
}

/**
 * Tables of the schema `identity_own`, which only this service reaches. Those in camel case have the shape that better-auth
 * and its organization plugin write; the others are ours.
 */
export type DirectoryTables = {
  user: { id: string; name: string; email: string; emailVerified: boolean; image: string | null; preferences: string; createdAt: Date; updatedAt: Date }
  session: {
    id: string
    userId: string
    token: string
    expiresAt: Date
    ipAddress: string | null
    userAgent: string | null
    activeOrganizationId: string | null
    createdAt: Date
    updatedAt: Date
  }
  account: { id: string; userId: string; accountId: string; providerId: string; password: string | null; createdAt: Date; updatedAt: Date }
  verification: { id: string; identifier: string; value: string; expiresAt: Date; createdAt: Date; updatedAt: Date }
  organization: { id: string; name: string; slug: string; logo: string | null; metadata: string | null; createdAt: Date }
  member: { id: string; organizationId: string; userId: string; role: string; active: boolean; lastSeenAt: Date | null; createdAt: Date }
  invitation: { id: string; organizationId: string; email: string; role: string; status: string; inviterId: string | null; expiresAt: Date; createdAt: Date }
  attempts: { key: string; failures: number; last_at: Date }
  refresh_tokens: { hash: string; session_id: string; expires_at: Date; used_at: Date | null }
  signing_keys: { id: string; public_jwk: string; sealed_key: string; created_at: Date }
}
