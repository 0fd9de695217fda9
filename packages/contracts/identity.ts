import { z } from 'zod'
import { Caller } from './caller.ts'
import { event } from './event.ts'
import { ApiKey, Invitation, Me, Member, Membership, Role, Session, Team, Tenant, TokenPair } from './identity-shapes.ts'
import { operation } from './operation.ts'
import { Id, Moment, PageInput, pageOf } from './page.ts'

const Email = z
  .email()
  .max(254)
  .transform((it) => it.toLowerCase())
const Password = z.string().max(200)
const RoleName = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'Lower-case letters, digits and underscores.')

/** People, organisations and their rights. Signing in by browser sets an HttpOnly cookie; programs use tokens or keys. */
export const identity = {
  signUp: operation({
    http: 'POST /identity/sign-up',
    summary: 'Create an account with its organisation, and sign in',
    access: 'public',
    input: z.object({
      name: z.string().trim().min(1).max(80),
      email: Email,
      password: Password,
      organisation: z.string().trim().min(1).max(80).optional().describe('Absent when joining by invitation.'),
      invitationId: Id.optional(),
      language: z.enum(['en', 'hi', 'bn']).optional(),
    }),
    output: Me,
    faults: ['identity.email_taken', 'identity.weak_password', 'identity.invitation_not_found', 'identity.invitation_for_other'],
  }),
  signIn: operation({
    http: 'POST /identity/sign-in',
    summary: 'Sign in',
    access: 'public',
    input: z.object({ email: Email, password: Password }),
    output: Me,
    faults: ['identity.wrong_credentials', 'identity.locked'],
  }),
  signOut: operation({ http: 'POST /identity/sign-out', summary: 'Sign out of this session', access: 'user', input: z.object({}), output: z.object({}) }),
  sendVerification: operation({
    http: 'POST /identity/verification',
    summary: 'Send the verification mail again',
    access: 'user',
    input: z.object({}),
    output: z.object({}),
  }),
  verifyEmail: operation({
    http: 'POST /identity/verification/confirm',
    summary: 'Verify an e-mail address with the token from the mail',
    access: 'public',
    input: z.object({ token: z.string().max(2000) }),
    output: z.object({ email: z.string() }),
    faults: ['identity.link_expired'],
  }),
  requestPasswordReset: operation({
    http: 'POST /identity/password-reset',
    summary: 'Send a mail to reset the password; the answer is the same whether the account exists or not',
    access: 'public',
    input: z.object({ email: Email }),
    output: z.object({}),
  }),
  resetPassword: operation({
    http: 'POST /identity/password-reset/confirm',
    summary: 'Set a new password with the token from the mail; signs out everywhere',
    access: 'public',
    input: z.object({ token: z.string().max(2000), password: Password }),
    output: z.object({}),
    faults: ['identity.link_expired', 'identity.weak_password'],
  }),
  changePassword: operation({
    http: 'POST /identity/password',
    summary: 'Change the password; signs out everywhere else',
    access: 'user',
    input: z.object({ current: Password, password: Password }),
    output: z.object({}),
    faults: ['identity.wrong_credentials', 'identity.weak_password'],
  }),

  getMe: operation({ http: 'GET /identity/me', summary: 'Who am I, and what may I do', access: 'user', input: z.object({}), output: Me }),
  updateMe: operation({
    http: 'PATCH /identity/me',
    summary: 'Change my name or preferences',
    access: 'user',
    input: z.object({ name: z.string().trim().min(1).max(80).optional(), preferences: z.record(z.string().max(40), z.unknown()).optional() }),
    output: Me,
  }),
  listSessions: operation({
    http: 'GET /identity/sessions',
    summary: 'List my sessions',
    access: 'user',
    input: z.object({}),
    output: z.object({ items: z.array(Session) }),
  }),
  revokeSession: operation({
    http: 'DELETE /identity/sessions/{sessionId}',
    summary: 'Sign out one of my sessions',
    access: 'user',
    input: z.object({ sessionId: z.string().max(200) }),
    output: z.object({}),
    faults: ['identity.session_not_found'],
  }),
  issueToken: operation({
    http: 'POST /identity/tokens',
    summary: 'Get an access token and a refresh token for this session',
    access: 'user',
    input: z.object({}),
    output: TokenPair,
  }),
  refreshToken: operation({
    http: 'POST /identity/tokens/refresh',
    summary: 'Exchange a refresh token for a new pair',
    access: 'public',
    input: z.object({ refreshToken: z.string().max(2000) }),
    output: TokenPair,
    faults: ['identity.link_expired'],
  }),
  getJwks: operation({
    http: 'GET /identity/jwks',
    summary: 'Public keys that verify access tokens',
    access: 'public',
    input: z.object({}),
    output: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
  }),

  createTenant: operation({
    http: 'POST /identity/tenants',
    summary: 'Create another organisation',
    access: 'user',
    input: z.object({ name: z.string().trim().min(1).max(80) }),
    output: Membership,
  }),
  switchTenant: operation({
    http: 'POST /identity/tenants/{tenantId}/switch',
    summary: 'Work in another of my organisations',
    access: 'user',
    input: z.object({ tenantId: Id }),
    output: Me,
    faults: ['identity.tenant_not_found'],
  }),
  updateTenant: operation({
    http: 'PATCH /identity/tenant',
    summary: 'Rename this organisation',
    access: 'identity:write',
    input: z.object({ name: z.string().trim().min(1).max(80) }),
    output: Tenant,
  }),

  listMembers: operation({
    http: 'GET /identity/members',
    summary: 'List, search and filter members',
    access: 'members:read',
    input: z.object({
      ...PageInput,
      q: z.string().max(200).optional(),
      role: z.string().max(40).optional(),
      active: z.stringbool().or(z.boolean()).optional(),
    }),
    output: pageOf(Member),
  }),
  updateMember: operation({
    http: 'PATCH /identity/members/{userId}',
    summary: 'Change the role of a member, or deactivate them here',
    access: 'members:write',
    input: z.object({ userId: Id, role: RoleName.optional(), active: z.boolean().optional() }),
    output: Member,
    faults: ['identity.member_not_found', 'identity.last_owner', 'identity.above_your_role', 'identity.role_not_found'],
  }),
  removeMember: operation({
    http: 'DELETE /identity/members/{userId}',
    summary: 'Remove a member from this organisation',
    access: 'members:write',
    input: z.object({ userId: Id }),
    output: z.object({}),
    faults: ['identity.member_not_found', 'identity.last_owner', 'identity.above_your_role'],
  }),
  inviteMember: operation({
    http: 'POST /identity/invitations',
    summary: 'Invite somebody by mail',
    access: 'members:write',
    input: z.object({ email: Email, role: RoleName }),
    output: Invitation,
    faults: ['identity.already_member', 'identity.above_your_role', 'identity.role_not_found'],
  }),
  listInvitations: operation({
    http: 'GET /identity/invitations',
    summary: 'List invitations',
    access: 'members:read',
    input: z.object({ ...PageInput }),
    output: pageOf(Invitation),
  }),
  getInvitation: operation({
    http: 'GET /identity/invitations/{invitationId}',
    summary: 'Read an invitation as the one invited',
    access: 'public',
    input: z.object({ invitationId: Id }),
    output: z.object({ id: Id, email: z.string(), role: z.string(), organisation: z.string(), accountExists: z.boolean() }),
    faults: ['identity.invitation_not_found'],
  }),
  acceptInvitation: operation({
    http: 'POST /identity/invitations/{invitationId}/acceptance',
    summary: 'Accept an invitation sent to my address',
    access: 'user',
    input: z.object({ invitationId: Id }),
    output: Me,
    faults: ['identity.invitation_not_found', 'identity.invitation_for_other'],
  }),
  cancelInvitation: operation({
    http: 'DELETE /identity/invitations/{invitationId}',
    summary: 'Cancel an invitation',
    access: 'members:write',
    input: z.object({ invitationId: Id }),
    output: z.object({}),
    faults: ['identity.invitation_not_found'],
  }),
  listTeams: operation({ http: 'GET /identity/teams', summary: 'List teams', access: 'members:read', input: z.object({ ...PageInput }), output: pageOf(Team) }),
  saveTeam: operation({
    http: 'PUT /identity/teams',
    summary: 'Create a team, or change it when `id` is given',
    access: 'members:write',
    input: z.object({ id: Id.optional(), name: z.string().trim().min(1).max(80), memberIds: z.array(Id).max(500) }),
    output: Team,
    faults: ['identity.member_not_found', 'request.not_found'],
  }),
  deleteTeam: operation({
    http: 'DELETE /identity/teams/{teamId}',
    summary: 'Delete a team',
    access: 'members:write',
    input: z.object({ teamId: Id }),
    output: z.object({}),
    faults: ['request.not_found'],
  }),

  listRoles: operation({
    http: 'GET /identity/roles',
    summary: 'List roles and every scope there is',
    access: 'members:read',
    input: z.object({}),
    output: z.object({ items: z.array(Role), allScopes: z.array(z.string()) }),
  }),
  saveRole: operation({
    http: 'PUT /identity/roles/{name}',
    summary: 'Create or change a custom role; nobody can give rights they lack',
    access: 'members:write',
    input: z.object({ name: RoleName, scopes: z.array(z.string().max(60)).max(100) }),
    output: Role,
    faults: ['identity.role_taken', 'identity.above_your_role'],
  }),
  deleteRole: operation({
    http: 'DELETE /identity/roles/{name}',
    summary: 'Delete a custom role nobody holds',
    access: 'members:write',
    input: z.object({ name: RoleName }),
    output: z.object({}),
    faults: ['identity.role_not_found', 'identity.role_in_use'],
  }),

  createApiKey: operation({
    http: 'POST /identity/api-keys',
    summary: 'Create an API key; the key is shown only now',
    access: 'keys:write',
    input: z.object({
      name: z.string().trim().min(1).max(80),
      scopes: z.array(z.string().max(60)).min(1).max(100),
      expiresInDays: z.number().int().min(1).max(3650).optional(),
    }),
    output: z.object({ key: z.string(), apiKey: ApiKey }),
    faults: ['identity.above_your_role'],
  }),
  listApiKeys: operation({
    http: 'GET /identity/api-keys',
    summary: 'List API keys',
    access: 'keys:read',
    input: z.object({ ...PageInput }),
    output: pageOf(ApiKey),
  }),
  revokeApiKey: operation({
    http: 'DELETE /identity/api-keys/{keyId}',
    summary: 'Revoke an API key at once',
    access: 'keys:write',
    input: z.object({ keyId: Id }),
    output: z.object({}),
    faults: ['identity.key_not_found'],
  }),

  authenticate: operation({
    http: 'POST /identity/authentication',
    summary: 'Turn a credential into a caller; null when it is none',
    access: 'service',
    input: z.object({ session: z.string().optional().describe('Value of the session cookie.'), apiKey: z.string().optional(), bearer: z.string().optional() }),
    output: z.object({
      caller: Caller.omit({ traceId: true, deadline: true, ip: true }).nullable(),
      cacheMs: z.number().int().describe('How long the answer may be kept.'),
    }),
  }),
  ensureTenant: operation({
    http: 'POST /identity/first-tenant',
    summary: 'The first organisation, made if there is none; for the command line on the server',
    access: 'service',
    input: z.object({ name: z.string().default('My business') }),
    output: Tenant,
  }),
}

export const identityEvents = {
  tenantCreated: event({
    name: 'tenant.created',
    summary: 'There is a new organisation.',
    data: z.object({ tenantId: Id, name: z.string(), language: z.string().nullable() }),
  }),
  sessionsRevoked: event({
    name: 'sessions.revoked',
    summary: 'Credentials stopped being valid; forget what was remembered of them.',
    data: z.object({ userId: Id.nullable(), keyId: Id.nullable() }),
  }),
}
