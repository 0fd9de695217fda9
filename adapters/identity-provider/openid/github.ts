import type { CodeProvider } from '@myna/ports/identity-provider'
import { PortFault } from '@myna/ports/fault'
import { challengeOf } from '#openid-provider.ts'
import { readJson } from '#read-json.ts'
import { tokenRefusal } from '#token-refusal.ts'
import type { VendorClient } from '#vendors.ts'

/** Signing in with GitHub: OAuth 2.0 with PKCE; who it is comes from its API, for there is no id token. */
export function createGithub({ fetch, clientId, clientSecret, url: site = 'https://github.com' }: VendorClient): CodeProvider {
  const api = apiOf(site)
  const ask = (path: string, token: string) => readJson(fetch, `${api}${path}`, { headers: { authorization: `Bearer ${token}`, 'user-agent': 'Myna' } })
  const failed = (path: string, status: number) =>
    new PortFault(`GitHub answered ${status} to ${path}.`, { retryable: status >= 500 || status === 429, status })
  return {
    async begin({ redirectUri, state, codeVerifier, email }) {
      const question = {
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: 'read:user user:email',
        state,
        code_challenge: challengeOf(codeVerifier),
        code_challenge_method: 'S256',
        ...(email ? { login: email } : {}),
      }
      return `${site}/login/oauth/authorize?${new URLSearchParams(question).toString()}`
    },
    async finish({ redirectUri, code, codeVerifier }) {
      const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri, code_verifier: codeVerifier })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const exchanged = await readJson(fetch, `${site}/login/oauth/access_token`, { method: 'POST', headers, body: form.toString() })
      const token = exchanged.body['access_token']
      // GitHub refuses with 200 and an `error`.
      if (typeof token !== 'string') throw tokenRefusal('GitHub', exchanged)
      const { status, body: user } = await ask('/user', token)
      if (status !== 200) throw failed('/user', status)
      if (typeof user['id'] !== 'number') throw new PortFault('GitHub names nobody.', { retryable: false })
      const primary = primaryOf(await ask('/user/emails?per_page=100', token))
      return {
        subject: String(user['id']),
        email: typeof primary?.email === 'string' ? primary.email.toLowerCase() : null,
        emailVerified: primary?.verified === true,
        name: typeof user['name'] === 'string' ? user['name'].slice(0, 200) : typeof user['login'] === 'string' ? user['login'] : null,
      }
    },
  }

  /** The address of the account; the one on its profile is what its owner writes there. None where the person did not let it be read. */
  function primaryOf({ status, body }: { status: number; body: Record<string, unknown> }) {
    if (status === 403 || status === 404) return undefined
    if (status !== 200) throw failed('/user/emails', status)
    return ((body['items'] ?? []) as { email?: unknown; primary?: unknown; verified?: unknown }[]).find((it) => it.primary === true)
  }
}

/** Where the API of a site is: of github.com and of tenants at ghe.com beside it, of an Enterprise server below it. */
function apiOf(site: string): string {
  const { protocol, host } = new URL(site)
  return host === 'github.com' || host.endsWith('.ghe.com') ? `${protocol}//api.${host}` : `${site}/api/v3`
}
