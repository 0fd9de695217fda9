import type { CodeProvider } from '@myna/ports/identity-provider'
import { PortFault } from '@myna/ports/fault'
import { challengeOf, createOpenidProvider } from '#openid-provider.ts'
import { readJson, saidIn } from '#read-json.ts'

type Client = {
  fetch: typeof globalThis.fetch
  clientId: string
  clientSecret: string /** Instead of the vendor's own, for one that is played. */
  url?: string | undefined
}

/** Signing in with Google. */
export function createGoogle({ url, ...client }: Client): CodeProvider {
  return createOpenidProvider({ ...client, issuer: url ?? 'https://accounts.google.com' })
}

/** The tenant of personal Microsoft accounts, whose addresses Microsoft itself has checked. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'

/**
 * Signing in with Microsoft. Whoever administers some tenant there can write any address into a work account: it is believed only where Microsoft
 * says that the owner of the domain was verified (`xms_edov`), and in personal accounts.
 */
export function createMicrosoft({ url, tenant = 'common', ...client }: Client & { tenant?: string | undefined }): CodeProvider {
  return createOpenidProvider({
    ...client,
    issuer: url ?? `https://login.microsoftonline.com/${tenant}/v2.0`,
    isVerified: (it) => it['tid'] === personalTenant || it['xms_edov'] === true || it['xms_edov'] === 1 || it['xms_edov'] === '1',
  })
}

/** Signing in with GitHub: OAuth 2.0 with PKCE; who it is comes from its API, for there is no id token. */
export function createGithub({ fetch, clientId, clientSecret, url }: Client): CodeProvider {
  const [site, api] = url ? [url, url] : ['https://github.com', 'https://api.github.com']
  const ask = async (path: string, token: string) => {
    const { status, body } = await readJson(fetch, `${api}${path}`, { headers: { authorization: `Bearer ${token}`, 'user-agent': 'Myna' } })
    if (status !== 200) throw new PortFault(`GitHub answered ${status} to ${path}.`, { retryable: status >= 500, status })
    return body
  }
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
      const { status, body } = await readJson(fetch, `${site}/login/oauth/access_token`, { method: 'POST', headers, body: form.toString() })
      const token = body['access_token']
      // GitHub refuses with 200 and an `error`.
      if (typeof token !== 'string') throw new PortFault(`GitHub refused a code: ${saidIn(body, status)}.`, { retryable: status >= 500, status })
      const user = await ask('/user', token)
      if (typeof user['id'] !== 'number') throw new PortFault('GitHub names nobody.', { retryable: false })
      const emails = ((await ask('/user/emails', token))['items'] ?? []) as { email?: unknown; primary?: unknown; verified?: unknown }[]
      const primary = emails.find((it) => it.primary === true)
      return {
        subject: String(user['id']),
        email: typeof primary?.email === 'string' ? primary.email.toLowerCase() : null,
        emailVerified: primary?.verified === true,
        name: typeof user['name'] === 'string' ? user['name'].slice(0, 200) : typeof user['login'] === 'string' ? user['login'] : null,
      }
    },
  }
}
