import type { workspaceEvents } from '@myna/contracts/workspace-brand'
import type { Generated, JSONColumnType } from 'kysely'
import type { z } from 'zod'

/** How an organisation looks, as the workspace tells it. */
export type MailBrand = z.infer<typeof workspaceEvents.brandChanged.data>

/** Tables of the schema `identity`, fenced by tenant. */
export type Tables = {
  roles: { tenant_id: Generated<string>; id: string; name: string; scopes: string[]; revision: Generated<number>; created_at: Date }
  teams: { tenant_id: Generated<string>; id: string; name: string; member_ids: string[]; revision: Generated<number>; created_at: Date }
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
  mail_brands: { tenant_id: string; id: string; brand: JSONColumnType<MailBrand> }
}

/**
 * Tables of the schema `identity_own`, which only this service reaches. Those in camel case have the shape that better-auth
 * and its organization plugin write; the others are ours.
 */
export type DirectoryTables = {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    image: string | null
    preferences: string
    createdAt: Date
    updatedAt: Date
    disabledAt: Generated<Date | null>
  }
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
    /** How it was opened: `password`, `passkey`, a vendor, `sso:<connection>`, `impersonation`. */
    method: Generated<string>
    secondFactor: Generated<boolean>
    /** The only organisation it opens, when it is not all of its person. */
    boundTenantId: Generated<string | null>
    impersonatorId: Generated<string | null>
    impersonatorName: Generated<string | null>
    impersonationReason: Generated<string | null>
    returnSessionId: Generated<string | null>
  }
  account: {
    id: string
    userId: string
    accountId: string
    providerId: string
    password: string | null
    email: Generated<string | null>
    name: Generated<string | null>
    createdAt: Date
    updatedAt: Date
  }
  verification: { id: string; identifier: string; value: string; expiresAt: Date; createdAt: Date; updatedAt: Date }
  organization: { id: string; name: string; slug: string; logo: string | null; metadata: string | null; createdAt: Date }
  member: {
    id: string
    organizationId: string
    userId: string
    role: string
    active: boolean
    title: Generated<string | null>
    lastSeenAt: Date | null
    createdAt: Date
  }
  invitation: { id: string; organizationId: string; email: string; role: string; status: string; inviterId: string | null; expiresAt: Date; createdAt: Date }
  attempts: { key: string; failures: number; last_at: Date }
  refresh_tokens: { hash: string; session_id: string; expires_at: Date; used_at: Date | null }
  signing_keys: { id: string; public_jwk: string; sealed_key: string; created_at: Date }
  operators: { user_id: string; source: string; created_at: Date }
  security_policies: { tenant_id: string; require_second_factor: boolean }
  totp: { user_id: string; sealed_secret: string; last_step: Generated<string | number>; confirmed_at: Date | null; created_at: Date }
  backup_codes: { user_id: string; hash: string }
  passkeys: {
    id: string
    user_id: string
    name: string
    credential_id: string
    public_key: string
    counter: string | number
    transports: string
    rp_id: string
    synced: boolean
    created_at: Date
    last_used_at: Date | null
  }
  challenges: {
    hash: string
    purpose: string
    challenge: string
    rp_id: string
    origin: string
    user_id: string | null
    session_id: string | null
    pending_hash: string | null
    expires_at: Date
  }
  pending_sign_ins: { hash: string; kind: string; user_id: string; method: string; external: string | null; failures: Generated<number>; expires_at: Date }
  devices: { user_id: string; hash: string; remembered_until: Date | null; created_at: Date; last_seen_at: Date }
  sign_ins: {
    id: string
    user_id: string | null
    tenant_id: string | null
    at: Date
    method: string
    outcome: string
    suspicious: Generated<string>
    ip: string | null
    network: string | null
    user_agent: string | null
    device: string
  }
  flows: {
    hash: string
    flow_hash: string
    via: string
    purpose: string
    connection_id: string | null
    user_id: string | null
    session_id: string | null
    invitation_id: string | null
    return_to: string | null
    sealed: string
    handoff_hash: Generated<string | null>
    expires_at: Date
  }
  sso_connections: {
    id: string
    tenant_id: string
    name: string
    kind: string
    active: boolean
    enforced: boolean
    provision: boolean
    default_role: string
    domains: string[]
    settings: string
    sealed_secret: string | null
    last_used_at: Date | null
    created_at: Date
  }
  domain_claims: {
    tenant_id: string
    domain: string
    token: string
    verified_at: Date | null
    mail_code_hash: string | null
    mail_code_until: Date | null
    created_at: Date
  }
  used_assertions: { hash: string; expires_at: Date }
}
