import { createCodes } from '#test/played-codes.ts'
import { type Answer, type Asked, backTo, consentPage, errorPage, openPlayedSite } from '#test/played-site.ts'

type GithubPerson = {
  id: number
  login: string
  name: string | null
  /** The address on the profile, which most keep to themselves. */
  profileEmail: string | null
  emails: { email: string; primary: boolean; verified: boolean; visibility: 'public' | 'private' | null }[]
}
type Client = { clientId: string; clientSecret: string; callbackUrl: string }

/**
 * A GitHub Enterprise server: its site, and its API below `/api/v3`. It refuses with 200 and an `error`; a redirect URI has to lie below the one callback
 * URL of the application; what a token does not let be read is not found; a question without a user agent is refused. `person.emails` are theirs, `granted`
 * the scopes they let pass, where that is less than was asked.
 */
export async function playGithub(client: Client) {
  const github = {
    person: {
      id: 1,
      login: 'person',
      name: 'A person',
      profileEmail: null,
      emails: [{ email: 'person@example.com', primary: true, verified: true, visibility: 'private' }],
    } as GithubPerson,
    callbackUrl: client.callbackUrl,
    clientSecret: client.clientSecret,
    now: () => Date.now(),
    down: false,
    suspended: false,
    granted: undefined as readonly string[] | undefined,
  }
  const codes = createCodes<GithubPerson>({ now: () => github.now(), livesMs: 10 * 60_000 })

  function isBelowCallback(redirectUri: string): boolean {
    const [asked, known] = [URL.parse(redirectUri), new URL(github.callbackUrl)]
    return asked !== null && asked.origin === known.origin && `${asked.pathname}/`.startsWith(`${known.pathname.replace(/\/$/, '')}/`)
  }

  function authorize({ url }: Asked): Answer {
    const question = url.searchParams
    if (question.get('client_id') !== client.clientId) return errorPage(404, 'GitHub', 'not found')
    const state = question.get('state')
    const no = (error: string, error_description: string) =>
      backTo(isBelowCallback(question.get('redirect_uri') ?? '') ? question.get('redirect_uri')! : github.callbackUrl, { error, error_description, state })
    if (github.suspended) return no('application_suspended', 'Your application has been suspended.')
    if (!isBelowCallback(question.get('redirect_uri') ?? '')) return no('redirect_uri_mismatch', 'The redirect_uri MUST match the registered callback URL.')
    const scopes = github.granted ?? (question.get('scope') ?? '').split(' ')
    if (question.get('decision') === 'deny') return no('access_denied', 'The user has denied your application access.')
    if (question.get('decision') === 'allow') return backTo(question.get('redirect_uri')!, { code: codes.give(question, github.person, scopes), state })
    return consentPage('GitHub', github.person.login, url)
  }

  function token({ form }: Asked): Answer {
    const no = (error: string): Answer => ({ status: 200, json: { error, error_description: `The request was refused: ${error}.` } })
    if (form.get('client_id') !== client.clientId || form.get('client_secret') !== github.clientSecret) return no('incorrect_client_credentials')
    const code = codes.exchange(form)
    if (code === 'other_redirect') return no('redirect_uri_mismatch')
    if (typeof code === 'string') return no('bad_verification_code')
    if (!code.person.emails.some((it) => it.primary && it.verified)) return no('unverified_user_email')
    return { status: 200, json: { access_token: code.token, scope: code.scopes.join(','), token_type: 'bearer' } }
  }

  function api({ url, headers }: Asked): Answer {
    const no = (status: number, message: string): Answer => ({ status, json: { message, documentation_url: `${site.url}/rest`, status: String(status) } })
    if (!headers['user-agent']) return no(403, 'Request forbidden by administrative rules.')
    const held = codes.heldBy(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1])
    if (!held) return no(401, 'Bad credentials')
    const path = url.pathname.slice('/api/v3'.length)
    if (path === '/user') return { status: 200, json: userOf(held.person) }
    if (path !== '/user/emails' || !held.scopes.some((it) => it === 'user' || it === 'user:email')) return no(404, 'Not Found')
    return { status: 200, json: held.person.emails }
  }

  /** Somebody as `GET /user` tells of them. */
  function userOf({ id, login, name, profileEmail }: GithubPerson) {
    const here = `${site.url}/api/v3/users/${login}`
    const lists = ['followers', 'subscriptions', 'organizations', 'repos', 'received_events'].map((it) => [`${it}_url`, `${here}/${it}`])
    return {
      login,
      id,
      node_id: Buffer.from(`04:User${id}`).toString('base64'),
      avatar_url: `${site.url}/avatars/u/${id}`,
      gravatar_id: '',
      url: here,
      html_url: `${site.url}/${login}`,
      ...(Object.fromEntries(lists) as Record<string, string>),
      following_url: `${here}/following{/other_user}`,
      gists_url: `${here}/gists{/gist_id}`,
      starred_url: `${here}/starred{/owner}{/repo}`,
      events_url: `${here}/events{/privacy}`,
      type: 'User',
      user_view_type: 'public',
      site_admin: false,
      name,
      company: null,
      blog: '',
      location: null,
      email: profileEmail,
      hireable: null,
      bio: null,
      public_repos: 0,
      public_gists: 0,
      followers: 0,
      following: 0,
      created_at: '2020-01-01T00:00:00Z',
      updated_at: '2020-01-01T00:00:00Z',
    }
  }

  const site = await openPlayedSite((asked) => {
    if (github.down) return { status: 503, page: 'Unicorn' }
    if (asked.url.pathname.startsWith('/api/v3/')) return api(asked)
    if (asked.url.pathname === '/login/oauth/authorize') return authorize(asked)
    if (asked.url.pathname === '/login/oauth/access_token' && asked.method === 'POST') return token(asked)
    return errorPage(404, 'GitHub', 'not found')
  })
  return { ...site, github }
}
