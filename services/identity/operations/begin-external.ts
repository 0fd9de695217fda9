import type { FaultCode } from '@myna/contracts'
import { Fault } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import { ProviderRefusal } from '@myna/ports/identity-provider'
import type { Context, Handle, SignInVendor } from '#context.ts'
import { pageInside } from '#domain/page-inside.ts'
import { admitAttempt, askKeys } from '#store/attempts.ts'
import { directoryOf } from '#store/directory.ts'
import { beginFlow } from '#store/flows.ts'
import { prove } from '#store/second-factor.ts'
import { addressOf } from '#store/sessions.ts'
import { createConnectionQueries, openidOf, redirectUrl, samlOf, sideOf } from '#store/sso-connections.ts'

/** How somebody with this address may sign in: by its domain alone, whoever has an account. */
export const listSignInWays: Handle<'listSignInWays'> = async ({ email }, context) => {
  const directory = await directoryOf(context)
  await admitAttempt(context, directory, askKeys(addressOf(context)), 'request.too_many')
  const domain = email?.split('@')[1]
  const sso = domain ? await createConnectionQueries(directory.read).forDomain(domain) : undefined
  return {
    vendors: Object.keys(context.ports.vendors).sort() as SignInVendor[],
    sso: sso ? { connectionId: sso.id, name: sso.name, enforced: sso.enforced } : null,
  }
}

/** Begins a sign-in with a vendor or the single sign-on of an organisation. */
export const beginExternalSignIn: Handle<'beginExternalSignIn'> = async ({ vendor, connectionId, email, invitationId, returnTo }, context) => {
  if ((vendor === undefined) === (connectionId === undefined))
    throw new Fault('request.invalid', {}, { fields: [{ field: 'vendor', problem: 'Exactly one of vendor and connectionId.' }] })
  const directory = await directoryOf(context)
  await admitAttempt(context, directory, askKeys(addressOf(context)))
  const asked = { email, purpose: 'sign-in', invitationId: invitationId ?? null, returnTo }
  return vendor === undefined ? beginSso(context, connectionId!, asked) : beginVendor(context, vendor, asked)
}

/** Begins to link a vendor to whoever asks, who proves themselves once more: a link signs in for good. */
export const beginLink: Handle<'beginLink'> = async ({ vendor, returnTo, ...proof }, context) => {
  await prove(context, proof)
  return beginVendor(context, vendor, { email: undefined, purpose: 'link', invitationId: null, returnTo })
}

type Asked = { email: string | undefined; purpose: string; invitationId: string | null; returnTo: string | undefined }

async function beginVendor(context: Context, vendor: SignInVendor, asked: Asked) {
  const provider = context.ports.vendors[vendor]
  if (!provider) throw new Fault('identity.vendor_absent', { vendor })
  const { state, flow, secrets } = await flowFor(context, vendor, null, asked)
  const url = await speaking(context, vendor, () => provider.begin({ redirectUri: redirectUrl(context, vendor), state, email: asked.email, ...secrets }))
  return { url, flow }
}

async function beginSso(context: Context, connectionId: string, asked: Asked) {
  const directory = await directoryOf(context)
  const row = await createConnectionQueries(directory.read).active(connectionId)
  if (!row) throw new Fault('identity.connection_not_found', { connectionId })
  const { state, flow, secrets } = await flowFor(context, row.id, row.id, asked)
  const { requestId, ...rest } = secrets
  const url = await speaking(context, row.id, () =>
    row.kind === 'saml'
      ? context.ports.saml.begin(samlOf(row), sideOf(context, row.id), { requestId, state })
      : openidOf(context, row).begin({ redirectUri: redirectUrl(context, row.id), state, email: asked.email, ...rest }),
  )
  return { url, flow }
}

function flowFor(context: Context, via: string, connectionId: string | null, { purpose, invitationId, returnTo }: Asked) {
  const links = purpose === 'link'
  const { sessionId, subject } = context.caller
  return beginFlow(context, {
    via,
    purpose,
    connection_id: connectionId,
    user_id: links ? subject.slice('user:'.length) : null,
    session_id: links ? (sessionId ?? null) : null,
    invitation_id: invitationId,
    return_to: pageInside(returnTo),
  })
}

/** What the refusal and failure of a provider are to callers; what somebody has to set right is told to the log as well. */
export async function speaking<R>(context: Context, via: string, work: () => Promise<R> | R): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PortFault)) throw error
    const isOurs = error instanceof ProviderRefusal && error.why === 'set_up_wrong'
    if (isOurs) context.log.warn({ via, err: error }, 'a way to sign in is set up wrong')
    throw new Fault(codeOf(error), {}, { cause: error })
  }
}

function codeOf(error: PortFault): FaultCode {
  if (error instanceof ProviderRefusal) return error.why === 'set_up_wrong' ? 'identity.vendor_misconfigured' : 'identity.no_proven_address'
  return error.retryable ? 'identity.vendor_failed' : 'identity.vendor_refused'
}
