import { createHash } from 'node:crypto'
import type { Client } from '@myna/contracts'
import type { apps } from '@myna/contracts/apps'

/** Where the requests of an application go. */
export type AppRoute = Awaited<ReturnType<Client<typeof apps>['resolveApp']>>
export type RouteVersion = AppRoute['versions'][number]

/**
 * The version a request goes to. `session`: what is the same for requests that belong together, so that they meet the same version. A version on trial that is
 * not well gets nothing.
 */
export function chooseVersion({ appId, versions, trialPercent }: AppRoute, session: string): RouteVersion | undefined {
  const active = versions.find((it) => it.role === 'active')
  const trial = versions.find((it) => it.role === 'trial')
  if (!trial || trial.health === 'failing' || trial.health === 'away') return active
  return shareOf(`${appId} ${session}`) < trialPercent ? trial : (active ?? trial)
}

/** The version that was asked for by its name or id. */
export function namedVersion({ versions }: AppRoute, wanted: string): RouteVersion | undefined {
  return versions.find((it) => it.id === wanted || it.name === wanted)
}

/** A number from 0 to 99, the same for the same text and evenly spread. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() % 100
}
