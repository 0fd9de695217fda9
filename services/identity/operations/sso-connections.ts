import { Fault, newId } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import type { SamlSettings } from '@myna/ports/identity-provider'
import type { Context, Handle } from '#context.ts'
import { type DirectoryTx, directoryOf } from '#store/directory.ts'
import { refuseRoleAbove } from '#store/role-checks.ts'
import { sayRevoked } from '#store/sessions.ts'
import { type ConnectionRow, createConnectionQueries, type OpenidKept, redirectUrl, samlOf, sideOf } from '#store/sso-connections.ts'

type Given = Parameters<Handle<'createSsoConnection'>>[0]

/** Identity providers of the organisation. */
export const listSsoConnections: Handle<'listSsoConnections'> = async (_input, context) => {
  const { read } = await directoryOf(context)
  const rows = await createConnectionQueries(read).ofTenant(context.tenantId)
  return { items: rows.map((it) => presentConnection(context, it)) }
}

/** Connects an identity provider; nobody has to use it before it is enforced. */
export const createSsoConnection: Handle<'createSsoConnection'> = async (input, context) => {
  if ((input.openid === undefined) === (input.saml === undefined))
    throw new Fault('request.invalid', {}, { fields: [{ field: 'openid', problem: 'Exactly one of openid and saml.' }] })
  await refuseRole(context, input.defaultRole)
  const { tenantId } = context
  const directory = await directoryOf(context)
  await refuseUnproven(context, input.domains)
  const row = {
    id: newId(),
    tenant_id: tenantId,
    name: input.name,
    kind: input.openid ? 'openid' : 'saml',
    active: true,
    enforced: false,
    provision: input.provision,
    default_role: input.defaultRole,
    domains: [...new Set(input.domains)],
    ...(await settingsOf(context, input, undefined)),
    last_used_at: null,
    created_at: context.clock.now(),
  }
  await directory.change(context.caller, async (tx) => {
    await tx.insertInto('sso_connections').values(row).execute()
    await context.note(tx, { action: 'create-sso-connection', subject: `sso:${row.id}`, detail: { name: row.name, kind: row.kind, domains: row.domains } })
  })
  return presentConnection(context, row)
}

/** Changes an identity provider; who signed in by one whose provider changed signs in again. */
export const updateSsoConnection: Handle<'updateSsoConnection'> = async ({ connectionId, ...input }, context) => {
  const { tenantId } = context
  const directory = await directoryOf(context)
  const before = await createConnectionQueries(directory.read).one(tenantId, connectionId)
  if (!before) throw new Fault('identity.connection_not_found', { connectionId })
  if (before.kind === 'saml' ? input.openid : input.saml)
    throw new Fault(
      'request.invalid',
      {},
      { fields: [{ field: before.kind === 'saml' ? 'openid' : 'saml', problem: 'This connection is of the other kind.' }] },
    )
  if (input.defaultRole !== undefined) await refuseRole(context, input.defaultRole)
  if (input.domains) await refuseUnproven(context, input.domains)
  if (input.enforced && !before.last_used_at) throw new Fault('identity.connection_untried', { connectionId })
  const moved = input.openid !== undefined || input.saml !== undefined
  const change = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.defaultRole === undefined ? {} : { default_role: input.defaultRole }),
    ...(input.provision === undefined ? {} : { provision: input.provision }),
    ...(input.domains === undefined ? {} : { domains: [...new Set(input.domains)] }),
    ...(input.active === undefined ? {} : { active: input.active }),
    ...(input.enforced === undefined ? {} : { enforced: input.enforced }),
    ...(moved ? { ...(await settingsOf(context, input, before)), last_used_at: null, enforced: false } : {}),
  }
  if (Object.keys(change).length === 0) return presentConnection(context, before)
  const row = await directory.change(context.caller, async (tx) => {
    const after = await tx
      .updateTable('sso_connections')
      .set(change)
      .where('tenant_id', '=', tenantId)
      .where('id', '=', connectionId)
      .returningAll()
      .executeTakeFirst()
    if (!after) throw new Fault('identity.connection_not_found', { connectionId })
    await endSessionsOf(context, tx, connectionId, moved || input.active === false || input.enforced === true)
    const { settings: _, sealed_secret: __, ...told } = change as Partial<ConnectionRow>
    await context.note(tx, { action: 'update-sso-connection', subject: `sso:${connectionId}`, detail: { ...told, providerChanged: moved } })
    return after
  })
  return presentConnection(context, row)
}

/** Disconnects an identity provider: what it signed in ends, and what it linked is unlinked. */
export const deleteSsoConnection: Handle<'deleteSsoConnection'> = async ({ connectionId }, context) => {
  const directory = await directoryOf(context)
  await directory.change(context.caller, async (tx) => {
    const gone = await tx.deleteFrom('sso_connections').where('tenant_id', '=', context.tenantId).where('id', '=', connectionId).executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new Fault('identity.connection_not_found', { connectionId })
    await endSessionsOf(context, tx, connectionId, true)
    await tx.deleteFrom('account').where('providerId', '=', `sso:${connectionId}`).execute()
    await context.note(tx, { action: 'delete-sso-connection', subject: `sso:${connectionId}` })
  })
  return {}
}

/** Metadata of this side for a SAML provider. */
export const getSsoMetadata: Handle<'getSsoMetadata'> = async ({ connectionId }, context) => {
  const { read } = await directoryOf(context)
  const row = await createConnectionQueries(read).byId(connectionId)
  if (row?.kind !== 'saml') throw new Fault('identity.connection_not_found', { connectionId })
  const xml = context.ports.saml.describe(sideOf(context, connectionId))
  return {
    fileName: 'myna-metadata.xml',
    body: (async function* () {
      yield Buffer.from(xml)
    })(),
  }
}

async function endSessionsOf(context: Context, tx: DirectoryTx, connectionId: string, ends: boolean): Promise<void> {
  if (!ends) return
  const ended = await tx.deleteFrom('session').where('method', '=', `sso:${connectionId}`).returning('userId').execute()
  // Enforcing takes effect on sessions of passwords, whoever they belong to.
  await sayRevoked(context, tx, { userIds: ended.length > 0 ? [...new Set(ended.map((it) => it.userId))] : [connectionId] })
}

async function refuseRole(context: Context, role: string): Promise<void> {
  if (role === 'owner') throw new Fault('identity.above_your_role', { role })
  await refuseRoleAbove(context, role)
}

async function refuseUnproven(context: Context, domains: readonly string[]): Promise<void> {
  const { read } = await directoryOf(context)
  const proven = await createConnectionQueries(read).provenOf(context.tenantId, domains)
  const missing = domains.find((it) => !proven.includes(it))
  if (missing !== undefined) throw new Fault('identity.domain_not_verified', { domain: missing })
}

/** What is kept of a provider; an OpenID Connect provider is asked who it is, a SAML provider is read from what was given. */
async function settingsOf(context: Context, input: Pick<Given, 'openid' | 'saml'>, before: ConnectionRow | undefined) {
  const { openid, saml } = input
  const { tenantId, ports, vault } = context
  if (openid) {
    const kept: OpenidKept = { issuer: openid.issuer, clientId: openid.clientId }
    const sealed_secret = openid.clientSecret === undefined ? (before?.sealed_secret ?? null) : vault.seal(tenantId, openid.clientSecret)
    // A secret goes to the provider it was given for, and to no other.
    const same = before && (JSON.parse(before.settings) as OpenidKept).issuer === kept.issuer
    const provider = ports.makeOpenid({ ...kept, clientSecret: undefined })
    const trial = { redirectUri: redirectUrl(context, 'x'), state: 'x', nonce: 'x', codeVerifier: 'x', email: undefined }
    await provider.begin(trial).catch((error: unknown) => {
      throw new Fault('identity.vendor_failed', { issuer: kept.issuer }, { cause: error })
    })
    return { settings: JSON.stringify(kept), sealed_secret: openid.clientSecret === undefined && !same ? null : sealed_secret }
  }
  return { settings: JSON.stringify(readSaml(context, saml!, before)), sealed_secret: null }
}

function readSaml(context: Context, saml: NonNullable<Given['saml']>, before: ConnectionRow | undefined): SamlSettings {
  try {
    if (saml.metadata !== undefined) return context.ports.saml.readMetadata(saml.metadata)
    const { metadata: _, ...rest } = saml
    const merged = { ...(before ? samlOf(before) : {}), ...rest }
    const { entityId, signInUrl, certificates } = merged as Partial<SamlSettings>
    if (!entityId || !signInUrl || !certificates) throw new PortFault('a part is missing', { retryable: false })
    return context.ports.saml.checked({ entityId, signInUrl, certificates })
  } catch (error) {
    if (error instanceof PortFault) throw new Fault('identity.metadata_wrong', {}, { cause: error })
    throw error
  }
}

function presentConnection(context: Context, it: ConnectionRow) {
  const saml = it.kind === 'saml'
  return {
    id: it.id,
    name: it.name,
    kind: saml ? ('saml' as const) : ('openid' as const),
    active: it.active,
    enforced: it.enforced,
    provision: it.provision,
    defaultRole: it.default_role,
    domains: it.domains,
    openid: saml ? null : (JSON.parse(it.settings) as OpenidKept),
    saml: saml ? { ...samlOf(it), certificates: [...samlOf(it).certificates] } : null,
    redirectUrl: saml ? sideOf(context, it.id).consumerUrl : redirectUrl(context, it.id),
    audience: sideOf(context, it.id).entityId,
    lastUsedAt: it.last_used_at?.toISOString() ?? null,
    createdAt: it.created_at.toISOString(),
  }
}
