import type { EngineState } from '@myna/contracts/gateway'
import type { Handle } from '#context.ts'

const keptMs = 10_000

/** Reads what this server stands on. Engines are used once for all who ask within some seconds. */
export function createGetServer(): Handle<'getServer'> {
  let kept: { at: Date; engines: Promise<EngineState[]> } | undefined
  return async (_input, { ports: { lookAtEngines, dataFolder, version }, clock }) => {
    const now = clock.now()
    if (!kept || now.getTime() - kept.at.getTime() >= keptMs) kept = { at: now, engines: lookAtEngines?.() ?? Promise.resolve([]) }
    const current = kept
    try {
      return { at: current.at.toISOString(), version, dataFolder: dataFolder ?? null, engines: await current.engines }
    } catch (error) {
      if (kept === current) kept = undefined
      throw error
    }
  }
}
