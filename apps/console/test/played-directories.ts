import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { playGithub } from '../../../adapters/identity-provider/openid/test/play-github.ts'
import { playGoogle } from '../../../adapters/identity-provider/openid/test/play-google.ts'
import { personalTenant, playMicrosoft } from '../../../adapters/identity-provider/openid/test/play-microsoft.ts'
import { playOpenid } from '../../../adapters/identity-provider/openid/test/play-openid.ts'
import { playSaml } from '../../../adapters/identity-provider/saml/test/play-saml.ts'

const workTenant = '11111111-1111-1111-1111-111111111111'
export const openidClient = { clientId: 'myna', clientSecret: 'the client secret of the organisation' }

/** An OpenID provider and a SAML provider that a browser can be led to; who signs in there is set. */
export async function startDirectories() {
  const openid = await playOpenid({ ...openidClient, redirectUris: [] })
  let said = { nameId: 'person-9', email: 'person@example.com', name: 'A person' }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const saml = playSaml(url)
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/sign-in?')) return response.writeHead(404).end()
    const question = saml.readQuestion(new URL(request.url ?? '/', url).href)
    const [answer, state] = [saml.answer(question, said), question.state].map((it) => it.replaceAll('"', '&quot;'))
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(
        `<!doctype html><title>Directory</title><form method="post" action="${question.consumerUrl}"><input type="hidden" name="SAMLResponse" value="${answer}">` +
          `<input type="hidden" name="RelayState" value="${state}"><button>Go on</button></form>`,
      )
  })
  return {
    openid,
    saml,
    /** Who signs in at the OpenID provider next. */
    openidPerson: (person: { sub: string; email: string; name: string }) => void (openid.played.person = { ...person, email_verified: true }),
    /** Who signs in at the SAML provider next. */
    samlPerson: (person: { nameId: string; email: string; name: string }) => void (said = person),
    async stop() {
      server.closeAllConnections()
      await Promise.all([openid.close(), new Promise((resolve) => server.close(resolve))])
    },
  }
}

const vendorClient = { clientId: 'myna', clientSecret: 'the secret of the application' }
/** Somebody who sits before the page of a vendor. */
type Somebody = { id: number; email: string; name: string; verified: boolean }

/** Google, GitHub and Microsoft as a browser can be led to them: what a Myna is started with, and who sits there. */
export async function startVendors() {
  const [google, github, microsoft] = await Promise.all([
    playGoogle({ ...vendorClient, redirectUris: [] }),
    playGithub({ ...vendorClient, callbackUrl: 'http://localhost/' }),
    playMicrosoft({ ...vendorClient, redirectUris: [] }, [workTenant]),
  ])
  const played = { google: google.google, github: github.github, microsoft: microsoft.microsoft }
  const sites = { google, github, microsoft }
  const settings = Object.entries(sites).flatMap(([name, { url }]) => {
    const prefix = `MYNA_OAUTH_${name.toUpperCase()}`
    return [
      [`${prefix}_ID`, vendorClient.clientId],
      [`${prefix}_SECRET`, vendorClient.clientSecret],
      [`${prefix}_URL`, url],
    ]
  })
  return {
    ...played,
    settings: { ...(Object.fromEntries(settings) as Record<string, string>), MYNA_SSO_ALLOW_HOSTS: '127.0.0.1' },
    /** Lets them send people back to a Myna. */
    know(url: string) {
      played.google.redirectUris.push(`${url}/sign-in/callback/google`)
      played.microsoft.redirectUris.push(`${url}/sign-in/callback/microsoft`)
      played.github.callbackUrl = `${url}/sign-in/callback`
    },
    /** Who sits before their pages from now on. */
    somebody({ id, email, name, verified }: Somebody) {
      played.google.person = { sub: String(id), email, email_verified: verified, name }
      played.github.person = { id, login: `person-${id}`, name, profileEmail: null, emails: [{ email, primary: true, verified, visibility: 'private' }] }
      played.microsoft.person = { oid: String(id), tid: verified ? personalTenant : workTenant, name, preferred_username: email, email }
    },
    stop: () => Promise.all(Object.values(sites).map((it) => it.close())),
  }
}
