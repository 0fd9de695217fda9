import { unreachable } from '@myna/sdk'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { AccountFrame } from '#account/account-frame.tsx'
import { isThere } from '#api/client.ts'
import { PageTrouble } from '#shell/page-trouble.tsx'
import { NoSuchAddress } from '#shell/not-found.tsx'
import { BrandedShell } from '#settings/branded-shell.tsx'
import { bringLaterWords } from '#words/language.ts'

type Search = Record<string, unknown>
const text = (it: unknown) => ((typeof it === 'string' || typeof it === 'number') && it !== '' ? { value: String(it) } : undefined)

/** Keeps of an address only the named words, each a short text. */
function words<K extends string>(...names: K[]): (search: Search) => { [N in K]?: string } {
  return (search) =>
    Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])!.value.slice(0, 400)]] : []))) as { [N in K]?: string }
}

/** A page whose code comes when it is opened. What does not come because nobody is there to give it is told as such; else the page is loaded anew, for a newer one. */
// biome-ignore lint/suspicious/noExplicitAny: a module of whatever exports
function page<T extends Record<string, any>, K extends keyof T>(load: () => Promise<T>, name: K) {
  const bring = () =>
    load().catch(async (error: unknown) => {
      throw (await isThere()) ? error : unreachable(error)
    })
  return lazyRouteComponent(bring, name)
}

/** The same of a page that needs the words that come later; it is shown once both are here. */
// biome-ignore lint/suspicious/noExplicitAny: a module of whatever exports
const laterPage = <T extends Record<string, any>, K extends keyof T>(load: () => Promise<T>, name: K) =>
  page(async () => (await Promise.all([load(), bringLaterWords()]))[0], name)

const root = createRootRoute({ notFoundComponent: NoSuchAddress })

const account = createRoute({ getParentRoute: () => root, id: 'account', component: AccountFrame })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: BrandedShell })

/** Every page of the console and where its code is. */
const routeTree = root.addChildren([
  // Components in their states, for those who build the console; the branch and its page are not in what is built.
  ...(import.meta.env.DEV
    ? [createRoute({ getParentRoute: () => root, path: '/design', component: laterPage(() => import('#design/design.tsx'), 'Design') })]
    : []),
  account.addChildren([
    createRoute({
      getParentRoute: () => account,
      path: '/sign-up',
      validateSearch: words('next'),
      component: page(() => import('#account/sign-up.tsx'), 'SignUp'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/sign-in',
      validateSearch: words('next', 'email'),
      component: page(() => import('#account/sign-in.tsx'), 'SignIn'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/forgot',
      validateSearch: words('email'),
      component: page(() => import('#account/forgot.tsx'), 'Forgot'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/reset',
      validateSearch: words('token'),
      component: page(() => import('#account/reset.tsx'), 'Reset'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/verify',
      validateSearch: words('token'),
      component: page(() => import('#account/verify.tsx'), 'Verify'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/sign-in/callback/$via',
      component: laterPage(() => import('#account/callback.tsx'), 'Callback'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/not-me',
      validateSearch: words('token'),
      component: page(() => import('#account/not-me.tsx'), 'NotMe'),
    }),
    createRoute({ getParentRoute: () => account, path: '/invite/$invitationId', component: page(() => import('#account/invite.tsx'), 'Invite') }),
  ]),
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: page(() => import('#overview/overview.tsx'), 'Overview') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents',
      validateSearch: words('q', 'status', 'sort', 'view', 'open'),
      component: page(() => import('#agents/agents.tsx'), 'Agents'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/new',
      validateSearch: words('from', 'url'),
      component: page(() => import('#agents/new-agent.tsx'), 'NewAgent'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/$agentId/building',
      component: page(() => import('#agents/building.tsx'), 'Building'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/$agentId',
      validateSearch: words('tab', 'talk', 'category', 'q', 'state', 'view', 'version', 'run'),
      component: laterPage(() => import('#agent/agent-page.tsx'), 'AgentPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/numbers',
      component: laterPage(() => import('#numbers/numbers.tsx'), 'Numbers'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/voices',
      validateSearch: words('tab'),
      component: laterPage(() => import('#voices/voices.tsx'), 'Voices'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/tools',
      validateSearch: words('tab', 'kind', 'state', 'tool', 'q', 'open'),
      component: laterPage(() => import('#tools/tools-page.tsx'), 'ToolsPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/providers',
      component: laterPage(() => import('#providers/providers.tsx'), 'Providers'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/understanding',
      component: laterPage(() => import('#understanding/understanding.tsx'), 'UnderstandingPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/training',
      validateSearch: words('tab', 'agent', 'state'),
      component: laterPage(() => import('#training/training.tsx'), 'Training'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/callers',
      validateSearch: words('q', 'view', 'open'),
      component: laterPage(() => import('#callers/callers.tsx'), 'Callers'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/calls',
      validateSearch: words('agent', 'status', 'channel', 'direction', 'view', 'open'),
      component: laterPage(() => import('#calls/calls.tsx'), 'Calls'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/calls/$callId',
      component: laterPage(() => import('#calls/call-page.tsx'), 'CallPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/applications',
      validateSearch: words('q', 'health'),
      component: laterPage(() => import('#applications/applications.tsx'), 'Applications'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/applications/$appId',
      validateSearch: words('tab', 'range'),
      component: laterPage(() => import('#applications/app-page.tsx'), 'AppPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/traffic',
      validateSearch: words('range', 'route', 'key'),
      component: laterPage(() => import('#traffic/traffic.tsx'), 'TrafficPage'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/platform',
      component: laterPage(() => import('#platform/services.tsx'), 'Services'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/work',
      validateSearch: words('tab', 'service', 'open'),
      component: laterPage(() => import('#platform/failed-work.tsx'), 'FailedWork'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/access',
      validateSearch: words('tab'),
      component: laterPage(() => import('#access/access.tsx'), 'Access'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/team',
      validateSearch: words('q', 'role', 'state', 'factor', 'team', 'tab', 'sort', 'view', 'open'),
      component: laterPage(() => import('#team/team.tsx'), 'Team'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/security',
      validateSearch: words('tab', 'state', 'kind'),
      component: laterPage(() => import('#security/security.tsx'), 'Security'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/operators',
      component: laterPage(() => import('#security/operators.tsx'), 'Operators'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/api-keys',
      component: laterPage(() => import('#keys/api-keys.tsx'), 'ApiKeys'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/reference',
      validateSearch: words('q', 'service', 'op', 'tab'),
      component: laterPage(() => import('#reference/reference.tsx'), 'ApiReference'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/guide',
      validateSearch: words('q'),
      component: laterPage(() => import('#guide/guide.tsx'), 'Guide'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/guide/$page',
      validateSearch: words('q'),
      component: laterPage(() => import('#guide/guide.tsx'), 'Guide'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/events',
      validateSearch: words('name', 'from', 'to', 'open'),
      component: laterPage(() => import('#events/events.tsx'), 'Events'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/audit',
      validateSearch: words('q', 'action', 'actor', 'subject', 'from', 'to', 'view', 'open'),
      component: laterPage(() => import('#audit/audit.tsx'), 'Audit'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/settings',
      validateSearch: words('section'),
      component: laterPage(() => import('#settings/settings.tsx'), 'Settings'),
    }),
  ]),
])

/** The console's addresses. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageTrouble,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
