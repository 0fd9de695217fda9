import type { AnyService } from '@myna/kernel'

/** Every service, loaded only where it runs. */
export const serviceLoaders: Readonly<Record<string, () => Promise<AnyService>>> = {
  gateway: async () => (await import('@myna/gateway')).createGateway({ leadsToApps: true, wearsBrands: true }),
  identity: async () => (await import('@myna/identity')).identity,
  workspace: async () => (await import('@myna/workspace')).workspace,
  agents: async () => (await import('@myna/agents')).agents,
  knowledge: async () => (await import('@myna/knowledge')).knowledge,
  tools: async () => (await import('@myna/tools')).tools,
  brain: async () => (await import('@myna/brain')).brain,
  voice: async () => (await import('@myna/voice')).voice,
  calls: async () => (await import('@myna/calls')).createCalls(),
  apps: async () => (await import('@myna/apps')).apps,
  audit: async () => (await import('@myna/audit')).audit,
}

/**
 * Which services hear which events, over the whole installation: every process must know, so that it can tell what each event still has to reach.
 * Loads all services' doors.
 */
export async function allListeners(): Promise<Record<string, string[]>> {
  const { listenersOf } = await import('@myna/kernel')
  return listenersOf(await Promise.all(Object.values(serviceLoaders).map((load) => load())))
}
