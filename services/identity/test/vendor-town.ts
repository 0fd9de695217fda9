import { createGuardedFetch } from '@myna/fetch-guarded'
import { createGithub, createGoogle, createMicrosoft } from '@myna/identity-provider-openid'
import { playGithub } from '../../../adapters/identity-provider/openid/test/play-github.ts'
import { playGoogle } from '../../../adapters/identity-provider/openid/test/play-google.ts'
import { personalTenant, playMicrosoft } from '../../../adapters/identity-provider/openid/test/play-microsoft.ts'
import { visitPlayed } from '../../../adapters/identity-provider/openid/test/played-site.ts'
import type { SignInVendor } from '../context.ts'
import { type Browser, openTown } from './town.ts'

const workTenant = '11111111-1111-1111-1111-111111111111'
const client = { clientId: 'myna', clientSecret: 'a secret' }
const callbackUrl = 'https://myna.test/sign-in/callback'

/** Somebody with an account at each vendor. */
export type Somebody = { id: number; email: string | null; verified: boolean; name: string }

/** A town in which people sign in with the three vendors, all played. */
export async function openVendorTown() {
  const { google, ...googleSite } = await playGoogle({ ...client, redirectUris: [`${callbackUrl}/google`] })
  const { github, ...githubSite } = await playGithub({ ...client, callbackUrl })
  const { microsoft, ...microsoftSite } = await playMicrosoft({ ...client, redirectUris: [`${callbackUrl}/microsoft`] }, [workTenant])
  const sites = [googleSite, githubSite, microsoftSite]
  const guarded = createGuardedFetch({ allowHosts: sites.map((it) => new URL(it.url).host) })
  const given = { fetch: guarded.fetch, ...client }
  const vendors = {
    google: createGoogle({ ...given, url: googleSite.url }),
    github: createGithub({ ...given, url: githubSite.url }),
    microsoft: createMicrosoft({ ...given, url: microsoftSite.url }),
  }
  const town = await openTown('https://myna.test', { vendors })
  for (const it of [google, github, microsoft]) it.now = () => town.clock.now().getTime()
  const rotate = { google: googleSite.rotate, microsoft: microsoftSite.rotate }
  return {
    town,
    google,
    github,
    microsoft,
    rotate,
    /** Who sits before the vendors' pages from now on. */
    somebody({ id, email, verified, name }: Somebody) {
      google.person = { sub: String(id), email: email ?? '', email_verified: verified, name }
      github.person = { id, login: name.toLowerCase().replaceAll(' ', '-'), name, profileEmail: null, emails: [] }
      if (email) github.person.emails.push({ email, primary: true, verified, visibility: 'private' })
      const tid = verified ? personalTenant : workTenant
      microsoft.person = { oid: String(id), tid, name, preferred_username: email ?? 'somebody@rao.example', ...(email ? { email } : {}) }
    },
    cameBack,
    /** Goes to a vendor and comes back: what the console hands over. */
    async leave(browser: Browser, vendor: SignInVendor, decision?: 'allow' | 'deny') {
      const { url, flow } = await browser.ask('beginExternalSignIn', { vendor })
      return { ...(await cameBack(url, decision)), flow, via: vendor }
    },
    close: async () => void (await Promise.all([town, guarded, ...sites].map((it) => it.close()))),
  }
}

/** What a vendor sends back once somebody has allowed, or cancelled. */
async function cameBack(url: string, decision?: 'allow' | 'deny') {
  const { searchParams: back } = await visitPlayed(url, decision)
  const [code, error] = [back.get('code'), back.get('error')]
  return { state: back.get('state')!, ...(code ? { code } : {}), ...(error ? { error } : {}) }
}
