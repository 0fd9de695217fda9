import { z } from 'zod'
import { Id, Moment } from './page.ts'
import { Revision } from './revision.ts'

/** Roles every organisation has, highest first; a role may do what those below it may. */
export const builtInRoles = ['owner', 'admin', 'manager', 'sales_rep', 'user'] as const

export const User = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    active: z.boolean(),
    preferences: z.record(z.string(), z.unknown()).describe('Theme, language and the like; at most 8 kB.'),
    createdAt: Moment,
  })
  .meta({ id: 'User', description: 'A person with an account.' })
export const Tenant = z
  .object({ id: Id, name: z.string(), slug: z.string(), createdAt: Moment })
  .meta({ id: 'Tenant', description: 'An organisation: everything in Myna belongs to one.' })
export const Membership = z.object({ tenant: Tenant, role: z.string() }).meta({ id: 'Membership', description: 'A person in an organisation.' })
export const Member = z
  .object({
    userId: Id,
    name: z.string(),
    email: z.string(),
    title: z.string().nullable().describe('What they do here, such as "Front desk".'),
    role: z.string(),
    active: z.boolean(),
    secondFactor: z.boolean().describe('Has an authenticator app or a passkey.'),
    joinedAt: Moment,
    lastSeenAt: Moment.nullable(),
  })
  .meta({ id: 'Member', description: 'A person as a member of this organisation.' })
export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: z.string(),
    status: z.enum(['open', 'accepted', 'cancelled', 'expired']),
    invitedBy: z.string(),
    expiresAt: Moment,
    createdAt: Moment,
  })
  .meta({ id: 'Invitation', description: 'An invitation to join this organisation.' })
export const Team = z
  .object({ id: Id, name: z.string(), memberIds: z.array(Id), revision: Revision })
  .meta({ id: 'Team', description: 'Some members of an organisation.' })
export const Role = z
  .object({
    name: z.string(),
    builtIn: z.boolean(),
    scopes: z.array(z.string()),
    memberCount: z.number().int(),
    revision: Revision.describe('0 of a built-in role; of others another one after every change.'),
  })
  .meta({ id: 'Role', description: 'A set of rights.' })
export const Session = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string().nullable(),
    device: z.string().describe('Browser and system as far as the browser tells, such as `Firefox · Windows`.'),
    ip: z.string().nullable(),
    method: z.string().describe('How it was opened: `password`, `passkey`, `google`, `sso:<connection>` …'),
    impersonatedBy: z.string().nullable().describe('Name of whoever acts in this place.'),
    createdAt: Moment,
    lastSeenAt: Moment,
    expiresAt: Moment,
  })
  .meta({ id: 'Session', description: 'A signed-in browser or device.' })
export const ApiKey = z
  .object({
    id: Id,
    name: z.string(),
    start: z.string().describe('The first characters, to tell keys apart.'),
    scopes: z.array(z.string()),
    createdBy: z.string(),
    lastUsedAt: Moment.nullable(),
    expiresAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'ApiKey', description: 'A key for programs; kept only as a hash.' })
export const Me = z
  .object({
    user: User.nullable().describe('Null when a key or the operator asks.'),
    tenant: Tenant.nullable(),
    role: z.string().nullable(),
    scopes: z.array(z.string()),
    memberships: z.array(Membership),
    operator: z.boolean().describe('Runs this installation.'),
    impersonation: z
      .object({ by: z.string().describe('Name of who really acts.'), reason: z.string(), endsAt: Moment })
      .nullable()
      .describe('Show it on every page while it is there.'),
    requires: z
      .object({ what: z.enum(['second_factor', 'single_sign_on']), tenant: Tenant, connectionId: Id.nullable() })
      .nullable()
      .describe('What the organisation of this session asks for before it opens.'),
  })
  .meta({ id: 'Me', description: 'Who is asking, and what they may.' })
const PendingSignIn = z
  .object({
    token: z.string().describe('Opens nothing by itself; keep it in this tab.'),
    kind: z.enum(['second_factor', 'link']).describe('link: an account with this address exists; prove it to link the vendor to it.'),
    methods: z.array(z.enum(['totp', 'backup_code', 'passkey', 'password'])),
    email: z.string(),
    expiresAt: Moment,
  })
  .meta({ id: 'PendingSignIn', description: 'A sign-in that waits for one more proof.' })
export const SignedIn = Me.extend({ pending: PendingSignIn.nullable().describe('When it is there nobody is signed in yet.') }).meta({
  id: 'SignedIn',
  description: 'Who is signed in now, or what is still missing.',
})
export const TokenPair = z
  .object({
    accessToken: z.string().describe('A JWT; verify it with `/identity/jwks`.'),
    refreshToken: z.string().describe('Works once; using it twice revokes the session.'),
    expiresAt: Moment,
  })
  .meta({ id: 'TokenPair', description: 'Tokens for a program that acts for a person.' })

/** An e-mail address, in lower case. */
export const Email = z
  .email()
  .max(254)
  .transform((it) => it.toLowerCase())
/** As given; how good it must be is identity's rule. */
export const Password = z.string().max(200)
/** Name of a role, as programs use it. */
export const RoleName = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'Lower-case letters, digits and underscores.')
/** Options for `navigator.credentials`, as WebAuthn level 3 writes them in JSON. */
export const WebauthnOptions = z
  .record(z.string(), z.unknown())
  .meta({ id: 'WebauthnOptions', description: 'For `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`.' })
/** What `credential.toJSON()` gives. */
export const WebauthnResponse = z
  .object({
    id: z.string().min(1).max(1400),
    rawId: z.string().min(1).max(1400),
    type: z.literal('public-key'),
    response: z.record(z.string().max(60), z.unknown()),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'WebauthnResponse', description: 'A public key credential in JSON.' })
