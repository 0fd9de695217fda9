import { z } from 'zod'
import { RoleName } from './identity-shapes.ts'
import { bytes, operation } from './operation.ts'
import { Id, Moment } from './page.ts'

/** A domain name in lower case, as mail addresses end. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/, 'A domain such as example.com.')
const Address = z.url({ protocol: /^https?$/ }).max(1000)

const Openid = z.object({
  issuer: Address.describe('Its discovery document lies below `/.well-known/openid-configuration`.'),
  clientId: z.string().min(1).max(300),
})
const Saml = z.object({
  entityId: z.string().min(1).max(1000),
  signInUrl: Address,
  certificates: z.array(z.string().max(8000)).min(1).max(5).describe('PEM or bare base64; any of them may have signed.'),
})

const SsoConnection = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(['openid', 'saml']),
    active: z.boolean(),
    enforced: z
      .boolean()
      .describe('Members of its domains enter by it alone; owners may still use their password, so that a broken provider locks nobody out.'),
    provision: z.boolean().describe('Who signs in with an address of its domains becomes a member.'),
    defaultRole: RoleName,
    domains: z.array(z.string()),
    openid: Openid.nullable(),
    saml: Saml.nullable(),
    redirectUrl: z.string().describe('Enter it at the provider: redirect URI of OpenID Connect, assertion consumer service of SAML.'),
    audience: z.string().describe('Entity id of this side for SAML; its metadata stand at the same address.'),
    lastUsedAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'SsoConnection', description: 'The identity provider of an organisation.' })
const DomainClaim = z
  .object({
    domain: z.string(),
    verified: z.boolean(),
    verifiedAt: Moment.nullable(),
    dnsName: z.string().describe('Put a TXT record here …'),
    dnsValue: z.string().describe('… with this value.'),
  })
  .meta({ id: 'DomainClaim', description: 'A domain an organisation says is its own.' })

const settings = {
  name: z.string().trim().min(1).max(80),
  defaultRole: RoleName,
  provision: z.boolean(),
  domains: z.array(Domain).max(20).describe('Verified domains of this organisation.'),
  openid: Openid.extend({ clientSecret: z.string().min(1).max(500).optional().describe('Never shown again; absent: as before.') }),
  saml: Saml.partial().extend({ metadata: z.string().max(200_000).optional().describe('Metadata of the provider as XML, instead of the rest.') }),
}

/** Single sign-on of an organisation by OpenID Connect and SAML 2.0, and the domains it is for. */
export const singleSignOn = {
  listSsoConnections: operation({
    http: 'GET /identity/sso',
    summary: 'Identity providers of this organisation',
    access: 'identity:write',
    input: z.object({}),
    output: z.object({ items: z.array(SsoConnection) }),
  }),
  createSsoConnection: operation({
    http: 'POST /identity/sso',
    summary: 'Connect an identity provider; exactly one of openid and saml',
    access: 'identity:write',
    input: z.object({
      name: settings.name,
      defaultRole: settings.defaultRole.default('user'),
      provision: settings.provision.default(true),
      domains: settings.domains.default([]),
      openid: settings.openid.optional(),
      saml: settings.saml.optional(),
    }),
    output: SsoConnection,
    faults: ['identity.domain_not_verified', 'identity.vendor_failed', 'identity.metadata_wrong', 'identity.role_not_found', 'identity.above_your_role'],
  }),
  updateSsoConnection: operation({
    http: 'PATCH /identity/sso/{connectionId}',
    summary: 'Change, switch off or enforce an identity provider',
    access: 'identity:write',
    input: z.object({
      connectionId: Id,
      name: settings.name.optional(),
      defaultRole: settings.defaultRole.optional(),
      provision: settings.provision.optional(),
      domains: settings.domains.optional(),
      openid: settings.openid.optional(),
      saml: settings.saml.optional(),
      active: z.boolean().optional(),
      enforced: z.boolean().optional().describe('Only for one that somebody has signed in with.'),
    }),
    output: SsoConnection,
    faults: [
      'identity.connection_not_found',
      'identity.connection_untried',
      'identity.domain_not_verified',
      'identity.vendor_failed',
      'identity.metadata_wrong',
      'identity.role_not_found',
      'identity.above_your_role',
    ],
  }),
  deleteSsoConnection: operation({
    http: 'DELETE /identity/sso/{connectionId}',
    summary: 'Disconnect an identity provider; its people sign in by password again',
    access: 'identity:write',
    input: z.object({ connectionId: Id }),
    output: z.object({}),
    faults: ['identity.connection_not_found'],
  }),
  getSsoMetadata: bytes({
    http: 'GET /identity/sso/{connectionId}/metadata',
    summary: 'Metadata of this side for a SAML provider',
    access: 'public',
    input: z.object({ connectionId: Id }),
    contentType: 'application/samlmetadata+xml',
    faults: ['identity.connection_not_found'],
  }),
  listDomains: operation({
    http: 'GET /identity/domains',
    summary: 'Domains this organisation has claimed',
    access: 'identity:write',
    input: z.object({}),
    output: z.object({ items: z.array(DomainClaim) }),
  }),
  claimDomain: operation({
    http: 'POST /identity/domains',
    summary: 'Claim a domain',
    access: 'identity:write',
    input: z.object({ domain: Domain }),
    output: DomainClaim,
    faults: ['identity.domain_public'],
  }),
  sendDomainMail: operation({
    http: 'POST /identity/domains/{domain}/mail',
    summary: 'Send a code to the administrator of a claimed domain',
    access: 'identity:write',
    input: z.object({ domain: Domain, mailbox: z.enum(['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster']) }),
    output: z.object({}),
    faults: ['identity.domain_not_found', 'request.too_many'],
  }),
  verifyDomain: operation({
    http: 'POST /identity/domains/{domain}/verification',
    summary: 'Prove a claimed domain: by its TXT record, or by the code that was mailed',
    access: 'identity:write',
    input: z.object({ domain: Domain, code: z.string().trim().max(40).optional() }),
    output: DomainClaim,
    faults: ['identity.domain_not_found', 'identity.domain_unproven', 'identity.domain_taken', 'request.too_many'],
  }),
  releaseDomain: operation({
    http: 'DELETE /identity/domains/{domain}',
    summary: 'Give a domain up; its single sign-on no longer covers it',
    access: 'identity:write',
    input: z.object({ domain: Domain }),
    output: z.object({}),
    faults: ['identity.domain_not_found'],
  }),
}
