import { Fault, newId } from '@myna/kernel'
import type { Answer, Context, Handle } from '#context.ts'
import { hashOf } from '#domain/api-key.ts'
import { displayName } from '#domain/display-name.ts'
import { saidNo } from '#domain/said-no.ts'
import { speaking } from '#operations/begin-external.ts'
import { addPending, admit } from '#store/admission.ts'
import { addressKeys, admitAttempt, forgiveKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { addLink, type External, findLinked, sealExternal } from '#store/external-accounts.ts'
import { type Flow, takeFlow } from '#store/flows.ts'
import { accept, createInvitationQueries, isOpen } from '#store/invitations.ts'
import { claimFirstOperator } from '#store/operators.ts'
import { addMember, addOrganisation } from '#store/organisations.ts'
import { asPerson, describeSession, nobody } from '#store/person.ts'
import { addressOf } from '#store/sessions.ts'
import { type ConnectionRow, createConnectionQueries, openidOf, redirectUrl } from '#store/sso-connections.ts'

type Outcome = Answer<'signIn'>

/** Finishes what was begun with a vendor or a provider: signs in, signs up, links, or asks for the proof of an account that exists. */
export const completeExternalSignIn: Handle<'completeExternalSignIn'> = async (input, context) => {
  const directory = await directoryOf(context)
  const keys = addressKeys(addressOf(context))
  await admitAttempt(context, directory, keys)
  const flow = await takeFlow(context, input)
  if (input.error !== undefined || input.code === undefined) throw new Fault(saidNo(input.error), { error: input.error })
  const connection = flow.connection_id ? await createConnectionQueries(directory.read).active(flow.connection_id) : undefined
  if (flow.connection_id && !connection) throw new Fault('identity.connection_not_found', { connectionId: flow.connection_id })
  const external = await vouchedFor(context, flow, connection, input.code)
  await directory.change({ tenantId: null }, (tx) => forgiveKeys(tx, keys))
  const outcome = flow.purpose === 'link' ? await link(context, flow, external) : await signInWith(context, flow, connection, external)
  return { ...outcome, returnTo: flow.return_to }
}

/** Whom the provider vouches for. */
async function vouchedFor(context: Context, flow: Flow, connection: ConnectionRow | undefined, code: string): Promise<External> {
  const { nonce, codeVerifier, external } = flow.secrets
  if (connection?.kind === 'saml') {
    if (!external || flow.handoff_hash !== hashOf(code)) throw new Fault('identity.sign_in_over')
    return external
  }
  const provider = connection ? openidOf(context, connection) : context.ports.vendors[flow.via as keyof Context['ports']['vendors']]
  if (!provider) throw new Fault('identity.vendor_absent', { via: flow.via })
  const now = context.clock.now()
  const person = await speaking(context, flow.via, () => provider.finish({ redirectUri: redirectUrl(context, flow.via), code, nonce, codeVerifier, now }))
  return { ...person, provider: connection ? `sso:${connection.id}` : flow.via }
}

/** Links an account elsewhere to whoever began to; its session is looked at by `takeFlow`. */
async function link(context: Context, flow: Flow, external: External): Promise<Outcome> {
  const directory = await directoryOf(context)
  const userId = flow.user_id!
  await directory.change(context.caller, async (tx) => {
    await addLink(context, tx, userId, external)
    if (context.caller.tenantId) await context.note(tx, { action: 'link-account', subject: `user:${userId}`, detail: { vendor: external.provider } })
  })
  return { ...(await describeSession(context, flow.session_id!)), pending: null }
}

async function signInWith(context: Context, flow: Flow, connection: ConnectionRow | undefined, external: External): Promise<Outcome> {
  const directory = await directoryOf(context)
  if (connection) await refuseStrangers(context, connection, external)
  const linked = await findLinked(directory.read, external.provider, external.subject)
  if (linked) return enter(context, flow, connection, external, linked)
  const { email } = external
  // An address the provider has not checked proves nothing, least of all whose account that is.
  if (!email || !(connection || external.emailVerified)) throw new Fault('identity.no_proven_address')
  const existing = await directory.read.selectFrom('user').select(['id', 'email']).where('email', '=', email).executeTakeFirst()
  if (existing) return askForProof(context, existing, external)
  return signUpWith(context, flow, connection, { ...external, email })
}

/** An organisation's provider speaks for addresses of domains the organisation has proven, and for no others. */
async function refuseStrangers(context: Context, connection: ConnectionRow, external: External): Promise<void> {
  const directory = await directoryOf(context)
  const domain = external.email?.split('@')[1] ?? ''
  const covered = connection.domains.includes(domain) && (await createConnectionQueries(directory.read).provenOf(connection.tenant_id, [domain])).length > 0
  if (!covered) throw new Fault('identity.not_provisioned', { domain })
}

/** An account with this address exists: whoever made it proves it before the vendor signs in to it. */
async function askForProof(context: Context, existing: { id: string; email: string }, external: External): Promise<Outcome> {
  const directory = await directoryOf(context)
  const { read } = directory
  const password = await read.selectFrom('account').select('id').where('userId', '=', existing.id).where('providerId', '=', 'credential').executeTakeFirst()
  const passkey = await read.selectFrom('passkeys').select('id').where('user_id', '=', existing.id).limit(1).executeTakeFirst()
  const methods = [...(password ? ['password' as const] : []), ...(passkey ? ['passkey' as const] : [])]
  if (methods.length === 0) throw new Fault('identity.link_first', { userId: existing.id })
  const pending = await directory.change({ tenantId: null }, (tx) =>
    addPending(context, tx, { kind: 'link', userId: existing.id, method: external.provider, external: sealExternal(context, external) }),
  )
  return { ...nobody, pending: { ...pending, kind: 'link', methods, email: existing.email } }
}

type Known = { id: string; name: string; email: string; disabledAt: Date | null }

async function enter(context: Context, flow: Flow, connection: ConnectionRow | undefined, external: External, user: Known): Promise<Outcome> {
  const directory = await directoryOf(context)
  const tenantId = connection?.tenant_id
  const member = tenantId
    ? await directory.read.selectFrom('member').select('active').where('organizationId', '=', tenantId).where('userId', '=', user.id).executeTakeFirst()
    : undefined
  if (tenantId && (member ? !member.active : !connection!.provision)) throw new Fault('identity.not_provisioned', { userId: user.id })
  const invitation = flow.invitation_id && !connection ? await openInvitation(context, flow.invitation_id, user.email) : undefined
  return admit(context, {
    user,
    method: external.provider,
    complete: connection !== undefined,
    keys: [],
    ...(tenantId ? { boundTenantId: tenantId } : {}),
    async also(tx) {
      if (connection) await tx.updateTable('sso_connections').set({ last_used_at: context.clock.now() }).where('id', '=', connection.id).execute()
      if (tenantId && !member) await addMember(context, tx, { tenantId, userId: user.id, role: connection!.default_role })
      if (invitation) await accept(asPerson(context, { userId: user.id, name: user.name, tenantId: invitation.organizationId }), tx, invitation.id, user)
    },
    ...(invitation ? { tenantId: invitation.organizationId } : {}),
  })
}

async function signUpWith(context: Context, flow: Flow, connection: ConnectionRow | undefined, external: External & { email: string }): Promise<Outcome> {
  if (connection && !connection.provision) throw new Fault('identity.not_provisioned', { email: external.email })
  const invitation = flow.invitation_id && !connection ? await openInvitation(context, flow.invitation_id, external.email) : undefined
  const { email } = external
  const now = context.clock.now()
  const user = { id: newId(), name: displayName(external.name ?? '') ?? email.split('@')[0]!.slice(0, 80), email, disabledAt: null }
  const tenantId = connection?.tenant_id ?? invitation?.organizationId ?? newId()
  const acting = asPerson(context, { userId: user.id, name: user.name, tenantId })
  const outcome = admit(acting, {
    user,
    method: external.provider,
    complete: connection !== undefined,
    keys: [],
    tenantId,
    ...(connection ? { boundTenantId: tenantId } : {}),
    async also(tx) {
      const { id, name } = user
      await tx.insertInto('user').values({ id, name, email, emailVerified: true, image: null, preferences: '{}', createdAt: now, updatedAt: now }).execute()
      await addLink(acting, tx, id, external)
      if (connection) {
        await addMember(acting, tx, { tenantId, userId: id, role: connection.default_role })
        await tx.updateTable('sso_connections').set({ last_used_at: now }).where('id', '=', connection.id).execute()
        await acting.note(tx, { action: 'provision-member', subject: `user:${id}`, detail: { connectionId: connection.id, role: connection.default_role } })
      } else if (invitation) await accept(acting, tx, invitation.id, { id, email })
      else await addOrganisation(acting, tx, { id: tenantId, name, ownerId: id, language: null })
      if (!connection) await claimFirstOperator(acting, tx, { id, verified: true })
    },
  })
  return outcome.catch((error: unknown) => {
    // Two sign-ups at once: the second meets the unique address, and begins again.
    if (error instanceof Error && 'code' in error && error.code === '23505') throw new Fault('identity.sign_in_over', {}, { cause: error })
    throw error
  })
}

async function openInvitation(context: Context, invitationId: string, email: string) {
  const directory = await directoryOf(context)
  const it = await createInvitationQueries(directory.read).byId(invitationId)
  if (!it || !isOpen(it, context.clock.now())) throw new Fault('identity.invitation_not_found', { invitationId })
  if (it.email !== email) throw new Fault('identity.invitation_for_other', { invitationId })
  return it
}
