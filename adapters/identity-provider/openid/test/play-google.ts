import { type Code, createCodes } from '#test/played-codes.ts'
import { createPlayedKeys } from '#test/played-keys.ts'
import { type Answer, type Asked, backTo, consentPage, errorPage, openPlayedSite } from '#test/played-site.ts'

type GooglePerson = { sub: string; email: string; email_verified: boolean; name: string }
type Client = { clientId: string; clientSecret: string; redirectUris: readonly string[] }

const scopesOfGoogle = ['openid', 'email', 'profile', 'https://www.googleapis.com/auth/userinfo.email', 'https://www.googleapis.com/auth/userinfo.profile']

/**
 * Google's sign-in: wrong questions end on a page of Google and go back nowhere; a code lives ten minutes; PKCE holds for whoever began with it.
 * `tell` changes what an id token says, `signs` the key it is signed with, `clockAheadMs` Google's clock.
 */
export async function playGoogle(client: Client) {
  const keys = await createPlayedKeys()
  const google = {
    person: { sub: '1', email: 'person@example.com', email_verified: true, name: 'A person' } as GooglePerson,
    redirectUris: [...client.redirectUris],
    clientSecret: client.clientSecret,
    now: () => Date.now(),
    clockAheadMs: 0,
    down: false,
    signs: 'current' as 'current' | 'withdrawn' | 'stranger',
    tell: {} as Record<string, unknown>,
  }
  const codes = createCodes<GooglePerson>({ now: () => google.now(), livesMs: 10 * 60_000 })

  function authorize({ url }: Asked): Answer {
    const question = url.searchParams
    const no = (status: number, error: string) => errorPage(status, 'Google', error)
    const [redirectUri, scopes] = [question.get('redirect_uri') ?? '', (question.get('scope') ?? '').split(' ')]
    if (question.get('client_id') !== client.clientId) return no(401, 'invalid_client')
    if (!google.redirectUris.includes(redirectUri)) return no(400, 'redirect_uri_mismatch')
    if (question.get('response_type') !== 'code') return no(400, 'invalid_request')
    if (scopes.some((it) => !scopesOfGoogle.includes(it)) || !scopes.includes('openid')) return no(400, 'invalid_scope')
    if (question.has('code_challenge') && question.get('code_challenge_method') !== 'S256') return no(400, 'invalid_request')
    const state = question.get('state')
    if (question.get('decision') === 'deny') return backTo(redirectUri, { error: 'access_denied', state })
    if (question.get('decision') === 'allow') return backTo(redirectUri, { state, code: codes.give(question, google.person, scopes), scope: scopes.join(' ') })
    return consentPage('Google', google.person.name, url)
  }

  async function token({ form, headers }: Asked): Promise<Answer> {
    const no = (status: number, error: string, error_description: string): Answer => ({ status, json: { error, error_description } })
    const [, basic] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? []
    const [id, secret] = basic
      ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
      : [form.get('client_id') ?? '', form.get('client_secret') ?? '']
    if (id !== client.clientId) return no(401, 'invalid_client', 'The OAuth client was not found.')
    if (secret !== google.clientSecret) return no(401, 'invalid_client', 'Unauthorized')
    if (form.get('grant_type') !== 'authorization_code') return no(400, 'unsupported_grant_type', 'Invalid grant_type')
    const code = codes.exchange(form)
    if (code === 'other_redirect') return no(400, 'redirect_uri_mismatch', 'Bad Request')
    if (code === 'no_verifier') return no(400, 'invalid_grant', 'Missing code verifier.')
    if (code === 'wrong_verifier') return no(400, 'invalid_grant', 'Invalid code verifier.')
    if (typeof code === 'string') return no(400, 'invalid_grant', code === 'unknown' ? 'Malformed auth code.' : 'Bad Request')
    const json = { access_token: code.token, expires_in: 3_599, scope: code.scopes.join(' '), token_type: 'Bearer', id_token: await idToken(code) }
    return { status: 200, json }
  }

  function idToken({ person, nonce, scopes }: Code<GooglePerson>): Promise<string> {
    const now = Math.floor((google.now() + google.clockAheadMs) / 1_000)
    const { sub, email, email_verified, name } = person
    const claims = {
      iss: site.url,
      azp: client.clientId,
      aud: client.clientId,
      sub,
      ...(scopes.includes('email') ? { email, email_verified } : {}),
      ...(scopes.includes('profile') ? { name } : {}),
      ...(nonce ? { nonce } : {}),
      iat: now,
      exp: now + 3_600,
    }
    return keys.sign({ ...claims, ...google.tell }, google.signs)
  }

  const site = await openPlayedSite(async (asked) => {
    if (google.down) return { status: 503, json: { error: 'temporarily_unavailable' } }
    const { pathname } = asked.url
    if (pathname === '/o/oauth2/v2/auth') return authorize(asked)
    if (pathname === '/token' && asked.method === 'POST') return token(asked)
    if (pathname === '/oauth2/v3/certs') return { status: 200, json: await keys.published() }
    if (pathname !== '/.well-known/openid-configuration') return errorPage(404, 'Google', 'not found')
    const json = {
      issuer: site.url,
      authorization_endpoint: `${site.url}/o/oauth2/v2/auth`,
      token_endpoint: `${site.url}/token`,
      jwks_uri: `${site.url}/oauth2/v3/certs`,
      response_types_supported: ['code'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['plain', 'S256'],
    }
    return { status: 200, json }
  })
  return { ...site, google, rotate: keys.rotate }
}
