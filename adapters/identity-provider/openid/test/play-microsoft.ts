import { type Code, createCodes, type CodeTrouble } from '#test/played-codes.ts'
import { createPlayedKeys } from '#test/played-keys.ts'
import { type Answer, type Asked, backTo, consentPage, errorPage, openPlayedSite } from '#test/played-site.ts'

type MicrosoftPerson = {
  oid: string
  tid: string
  name: string
  preferred_username: string /** Where the directory has one. */
  email?: string
  xms_edov?: boolean
}
type Client = { clientId: string; clientSecret: string; redirectUris: readonly string[] }

/** The tenant of personal accounts. */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
const named = ['common', 'organizations', 'consumers']
const troubles: Record<Exclude<CodeTrouble, 'other_redirect'>, string> = {
  unknown: 'AADSTS9002313: Invalid request. Request is malformed or invalid.',
  used: 'AADSTS54005: OAuth2 Authorization code was already redeemed.',
  expired: 'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.',
  no_verifier: 'AADSTS50148: The code_verifier does not match the code_challenge.',
  wrong_verifier: 'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
}

/**
 * Microsoft's sign-in: every tenant has a discovery document of its own, those of several tenants name the issuer with a place for one; keys say which
 * tenants they sign for; an account of another kind or tenant is refused on its page. A work account names an e-mail address only where its directory has
 * one. `tell` changes what an id token says, `keyIssuer` what the key says.
 */
export async function playMicrosoft(client: Client, tenants: readonly string[]) {
  const keys = await createPlayedKeys()
  const microsoft = {
    person: { oid: '1', tid: personalTenant, name: 'A person', preferred_username: 'person@example.com', email: 'person@example.com' } as MicrosoftPerson,
    redirectUris: [...client.redirectUris],
    clientSecret: client.clientSecret,
    now: () => Date.now(),
    clockAheadMs: 0,
    down: false,
    signs: 'current' as 'current' | 'withdrawn' | 'stranger',
    tell: {} as Record<string, unknown>,
    keyIssuer: undefined as string | undefined,
  }
  const codes = createCodes<MicrosoftPerson>({ now: () => microsoft.now(), livesMs: 10 * 60_000 })
  const issuerOf = (tenant: string) => `${site.url}/${tenant}/v2.0`

  function letsIn(tenant: string, { tid }: MicrosoftPerson): boolean {
    if (tenant === 'common') return true
    if (tenant === 'organizations') return tid !== personalTenant
    return tid === (tenant === 'consumers' ? personalTenant : tenant)
  }

  function authorize({ url }: Asked, tenant: string): Answer {
    const question = url.searchParams
    const no = (error: string) => errorPage(400, 'Microsoft', error)
    const [redirectUri, scopes] = [question.get('redirect_uri') ?? '', (question.get('scope') ?? '').split(' ')]
    if (question.get('client_id') !== client.clientId) return no('AADSTS700016: Application was not found in the directory.')
    if (!microsoft.redirectUris.includes(redirectUri))
      return no('AADSTS50011: The redirect URI does not match the redirect URIs configured for the application.')
    if (question.get('response_type') !== 'code' || !scopes.includes('openid')) return no('AADSTS900144: The request body must contain the scope openid.')
    if (scopes.some((it) => !['openid', 'email', 'profile', 'offline_access'].includes(it)))
      return no('AADSTS70011: The provided value for scope is not valid.')
    if (question.has('code_challenge') && question.get('code_challenge_method') !== 'S256') return no('AADSTS501491: Invalid code challenge method.')
    const { person } = microsoft
    if (!letsIn(tenant, person)) return no('AADSTS50020: User account does not exist in tenant and cannot access the application.')
    const state = question.get('state')
    const cancelled = { error: 'access_denied', error_subcode: 'cancel', error_description: 'AADSTS65004: User declined to consent to access the app.' }
    if (question.get('decision') === 'deny') return backTo(redirectUri, { ...cancelled, state })
    if (question.get('decision') === 'allow') return backTo(redirectUri, { code: codes.give(question, person, scopes), state, session_state: person.oid })
    return consentPage('Microsoft', person.name, url)
  }

  async function token({ form }: Asked): Promise<Answer> {
    const no = (status: number, error: string, error_description: string): Answer => ({ status, json: { error, error_description, error_codes: [] } })
    if (form.get('client_id') !== client.clientId) return no(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.')
    if (form.get('client_secret') !== microsoft.clientSecret) return no(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
    if (form.get('grant_type') !== 'authorization_code') return no(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.')
    const code = codes.exchange(form)
    if (code === 'other_redirect') return no(400, 'invalid_client', 'AADSTS500112: The reply address does not match the one of the authorization request.')
    if (typeof code === 'string') return no(400, 'invalid_grant', troubles[code])
    return {
      status: 200,
      json: { token_type: 'Bearer', scope: code.scopes.join(' '), expires_in: 3_599, access_token: code.token, id_token: await idToken(code) },
    }
  }

  function idToken({ person, nonce, scopes }: Code<MicrosoftPerson>): Promise<string> {
    const now = Math.floor((microsoft.now() + microsoft.clockAheadMs) / 1_000)
    const { oid, tid, name, preferred_username, email, xms_edov } = person
    const claims = {
      ver: '2.0',
      iss: issuerOf(tid),
      sub: `pairwise-${oid}`,
      aud: client.clientId,
      iat: now,
      nbf: now,
      exp: now + 3_600,
      oid,
      tid,
      ...(scopes.includes('profile') ? { name, preferred_username } : {}),
      ...(scopes.includes('email') && email !== undefined ? { email } : {}),
      ...(xms_edov === undefined ? {} : { xms_edov }),
      ...(nonce ? { nonce } : {}),
    }
    return keys.sign({ ...claims, ...microsoft.tell }, microsoft.signs)
  }

  const site = await openPlayedSite(async (asked) => {
    if (microsoft.down) return { status: 503, json: { error: 'temporarily_unavailable' } }
    const [, tenant = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(asked.url.pathname) ?? []
    if (![...named, ...tenants].includes(tenant)) return { status: 400, json: { error: 'invalid_tenant', error_description: 'AADSTS90002: Tenant not found.' } }
    if (rest === 'oauth2/v2.0/authorize') return authorize(asked, tenant)
    if (rest === 'oauth2/v2.0/token' && asked.method === 'POST') return token(asked)
    if (rest === 'discovery/v2.0/keys') return { status: 200, json: await keys.published({ issuer: microsoft.keyIssuer ?? issuerOf('{tenantid}') }) }
    if (rest !== 'v2.0/.well-known/openid-configuration') return errorPage(404, 'Microsoft', 'not found')
    const json = {
      issuer: issuerOf(tenant === 'consumers' ? personalTenant : named.includes(tenant) ? '{tenantid}' : tenant),
      authorization_endpoint: `${site.url}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${site.url}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${site.url}/${tenant}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    }
    return { status: 200, json }
  })
  return { ...site, microsoft, rotate: keys.rotate }
}
