import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { AccountFrame } from '#account/account-frame.tsx'
import { PageTrouble } from '#shell/page-trouble.tsx'
import { NoSuchAddress } from '#shell/not-found.tsx'
import { Shell } from '#shell/shell.tsx'
import { bringLaterWords } from '#words/language.ts'

type Search = Record<string, unknown>
const text = (it: unknown) => ((typeof it === 'string' || typeof it === 'number') && it !== '' ? { value: String(it) } : undefined)

/** Keeps of an address only the named words, each a short text. */
function words<K extends string>(...names: K[]): (search: Search) => { [N in K]?: string } {
  return (search) =>
    Object.fromEntries(names.flatMap((name) => (text(search[name]) ? [[name, text(search[name])!.value.slice(0, 400)]] : []))) as { [N in K]?: string }
}

/** A page that needs the words that come later; it is shown once both are here. */
const withWords =
  <T,>(load: () => Promise<T>): (() => Promise<T>) =>
  async () =>
    (await Promise.all([load(), bringLaterWords()]))[0]

const root = createRootRoute({ notFoundComponent: NoSuchAddress })

const account = createRoute({ getParentRoute: () => root, id: 'account', component: AccountFrame })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

/** Every page of the console and where its code is. */
const routeTree = root.addChildren([
  account.addChildren([
    createRoute({
      getParentRoute: () => account,
      path: '/sign-up',
      validateSearch: words('next'),
      component: lazyRouteComponent(() => import('#account/sign-up.tsx'), 'SignUp'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/sign-in',
      validateSearch: words('next', 'email'),
      component: lazyRouteComponent(() => import('#account/sign-in.tsx'), 'SignIn'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/forgot',
      validateSearch: words('email'),
      component: lazyRouteComponent(() => import('#account/forgot.tsx'), 'Forgot'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/reset',
      validateSearch: words('token'),
      component: lazyRouteComponent(() => import('#account/reset.tsx'), 'Reset'),
    }),
    createRoute({
      getParentRoute: () => account,
      path: '/verify',
      validateSearch: words('token'),
      component: lazyRouteComponent(() => import('#account/verify.tsx'), 'Verify'),
    }),
    createRoute({ getParentRoute: () => account, path: '/invite/$invitationId', component: lazyRouteComponent(() => import('#account/invite.tsx'), 'Invite') }),
  ]),
  shell.addChildren([
    createRoute({ getParentRoute: () => shell, path: '/', component: lazyRouteComponent(() => import('#overview/overview.tsx'), 'Overview') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents',
      validateSearch: words('q', 'status'),
      component: lazyRouteComponent(() => import('#agents/agents.tsx'), 'Agents'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/new',
      validateSearch: words('from', 'url'),
      component: lazyRouteComponent(() => import('#agents/new-agent.tsx'), 'NewAgent'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/$agentId/building',
      component: lazyRouteComponent(() => import('#agents/building.tsx'), 'Building'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/agents/$agentId',
      validateSearch: words('tab', 'talk', 'category', 'q', 'state', 'view', 'version', 'run'),
      component: lazyRouteComponent(
        withWords(() => import('#agent/agent-page.tsx')),
        'AgentPage',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/numbers',
      component: lazyRouteComponent(
        withWords(() => import('#numbers/numbers.tsx')),
        'Numbers',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/voices',
      validateSearch: words('tab'),
      component: lazyRouteComponent(
        withWords(() => import('#voices/voices.tsx')),
        'Voices',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/tools',
      validateSearch: words('tab', 'kind', 'state', 'tool', 'q', 'open'),
      component: lazyRouteComponent(
        withWords(() => import('#tools/tools-page.tsx')),
        'ToolsPage',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/providers',
      component: lazyRouteComponent(
        withWords(() => import('#providers/providers.tsx')),
        'Providers',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/understanding',
      component: lazyRouteComponent(
        withWords(() => import('#understanding/understanding.tsx')),
        'UnderstandingPage',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/training',
      validateSearch: words('tab', 'agent', 'state'),
      component: lazyRouteComponent(
        withWords(() => import('#training/training.tsx')),
        'Training',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/callers',
      validateSearch: words('q'),
      component: lazyRouteComponent(
        withWords(() => import('#callers/callers.tsx')),
        'Callers',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/calls',
      validateSearch: words('agent', 'status', 'channel', 'direction'),
      component: lazyRouteComponent(
        withWords(() => import('#calls/calls.tsx')),
        'Calls',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/calls/$callId',
      component: lazyRouteComponent(
        withWords(() => import('#calls/call-page.tsx')),
        'CallPage',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/team',
      validateSearch: words('q', 'role'),
      component: lazyRouteComponent(() => import('#team/team.tsx'), 'Team'),
    }),
    createRoute({ getParentRoute: () => shell, path: '/api-keys', component: lazyRouteComponent(() => import('#keys/api-keys.tsx'), 'ApiKeys') }),
    createRoute({
      getParentRoute: () => shell,
      path: '/reference',
      validateSearch: words('q', 'service', 'op'),
      component: lazyRouteComponent(
        withWords(() => import('#reference/reference.tsx')),
        'ApiReference',
      ),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/audit',
      validateSearch: words('q', 'action', 'actor', 'subject', 'from', 'to'),
      component: lazyRouteComponent(() => import('#audit/audit.tsx'), 'Audit'),
    }),
    createRoute({
      getParentRoute: () => shell,
      path: '/settings',
      validateSearch: words('section'),
      component: lazyRouteComponent(
        withWords(() => import('#settings/settings.tsx')),
        'Settings',
      ),
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
