import type { Furniture } from './furnished.ts'

/**
 * For every page of the router the addresses at which it is looked at; a test compares the list with the router, so that no page is forgotten.
 * Tabs of a page need no line: they are found on it.
 */
export const places: Readonly<Record<string, (it: Furniture) => readonly string[]>> = {
  '/': () => ['/'],
  '/agents': () => ['/agents', '/agents?q=nothing+is+called+so'],
  '/agents/new': () => ['/agents/new', '/agents/new?from=hand'],
  '/agents/$agentId': ({ agent }) => [`/agents/${agent}`, `/agents/${agent}?talk=yes`, `/agents/${agent}?tab=knowledge&view=sources`],
  '/agents/$agentId/building': ({ agent }) => [`/agents/${agent}/building`],
  '/numbers': () => ['/numbers'],
  '/voices': () => ['/voices'],
  '/tools': ({ errand }) => ['/tools', `/tools?open=${errand}`],
  '/providers': () => ['/providers'],
  '/understanding': () => ['/understanding'],
  '/training': () => ['/training'],
  '/callers': () => ['/callers'],
  '/calls': () => ['/calls', '/calls?channel=browser'],
  '/calls/$callId': ({ call, phoneCall }) => [`/calls/${call}`, `/calls/${phoneCall}`],
  '/applications': () => ['/applications'],
  '/applications/$appId': ({ app }) => [`/applications/${app}`],
  '/traffic': () => ['/traffic', '/traffic?range=live'],
  '/platform': () => ['/platform'],
  '/work': () => ['/work', '/work?service=calls'],
  '/access': () => ['/access'],
  '/team': () => ['/team'],
  '/security': () => ['/security'],
  '/operators': () => ['/operators'],
  '/api-keys': () => ['/api-keys'],
  '/reference': () => ['/reference', '/reference?op=agents.createAgent'],
  '/guide': () => ['/guide'],
  '/guide/$page': () => ['/guide/phone', '/guide/phone?q=recording', '/guide/no-such-page'],
  '/events': () => ['/events', '/events?name=call.ended'],
  '/audit': () => ['/audit'],
  '/settings': () => ['/settings'],
}

/** The same of the pages for people who are not signed in. */
export const strangersPlaces: typeof places = {
  '/sign-up': () => ['/sign-up'],
  '/sign-in': () => ['/sign-in', '/sign-in?next=%2Fteam'],
  '/forgot': () => ['/forgot'],
  '/reset': () => ['/reset?token=x', '/reset'],
  '/verify': () => ['/verify?token=x'],
  '/sign-in/callback/$via': () => ['/sign-in/callback/google?state=1&code=2'],
  '/not-me': () => ['/not-me?token=x'],
  '/invite/$invitationId': ({ invitation }) => [`/invite/${invitation}`, '/invite/inv_none'],
}

/** What of a page opens over it: the address and the English names of what is pressed, one after the other. */
export const opened: readonly ((it: Furniture) => readonly [path: string, ...pressed: string[]])[] = [
  () => ['/', 'Notifications'],
  () => ['/numbers', 'Find a number'],
  () => ['/numbers', 'Connect carrier'],
  () => ['/tools?tab=tools', 'Add HTTP tool'],
  () => ['/tools?tab=connections', 'Connect MCP server'],
  () => ['/providers', 'Connect a model'],
  () => ['/voices', 'Save voice'],
  () => ['/voices?tab=vendors', 'Connect vendor'],
  () => ['/applications', 'Register application'],
  ({ app }) => [`/applications/${app}?tab=versions`, 'Register version'],
  () => ['/team', 'Invite a colleague'],
  () => ['/team?tab=teams', 'New team'],
  () => ['/team?tab=roles', 'New role'],
  () => ['/security', 'Set up authenticator app'],
  () => ['/security?tab=organisation', 'Connect provider'],
  () => ['/operators', 'Add operator'],
  () => ['/api-keys', 'Create API key'],
  () => ['/calls', 'Call a telephone'],
  ({ draft }) => [`/agents/${draft}`, 'Publish'],
  ({ agent }) => [`/agents/${agent}`, 'Add goal'],
  ({ agent }) => [`/agents/${agent}`, 'Add hand-off'],
  ({ agent }) => [`/agents/${agent}`, 'Add key'],
  ({ agent }) => [`/agents/${agent}?tab=simulations`, 'Write a caller'],
]
