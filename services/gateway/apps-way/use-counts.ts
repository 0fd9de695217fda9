import { latencyEdgesMs } from '@myna/contracts/apps-shapes'
import { type AppsContext, asGateway } from '#apps-way/app-routes.ts'

type Use = { appId: string; versionId: string; hour: string; requests: number; errors: number; latencies: number[] }

const flushMs = 5_000
const usesAtMost = 20_000
const usesAtOnce = 500
const hourMs = 3_600_000

/** Counts how versions are used and tells the service every few seconds, so that no request waits for it. What cannot be told is told later. */
export function createUseCounts(context: AppsContext) {
  let counted = new Map<string, Map<string, Use>>()
  let size = 0
  let flushing: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void flush(), flushMs).unref()

  function add(tenantId: string, use: Use): void {
    let ofTenant = counted.get(tenantId)
    if (!ofTenant) counted.set(tenantId, (ofTenant = new Map()))
    const key = `${use.versionId} ${use.hour}`
    const known = ofTenant.get(key)
    if (!known) {
      // A service that is away for long must not fill the memory of this one.
      if (size >= usesAtMost) return
      size++
      return void ofTenant.set(key, use)
    }
    known.requests += use.requests
    known.errors += use.errors
    for (const [at, count] of use.latencies.entries()) known.latencies[at]! += count
  }

  function flush(): Promise<void> {
    return (flushing = flushing.then(async () => {
      const telling = counted
      counted = new Map()
      size = 0
      for (const [tenantId, uses] of telling) {
        const items = [...uses.values()]
        for (let at = 0; at < items.length; at += usesAtOnce) {
          const part = items.slice(at, at + usesAtOnce)
          await asGateway(context, tenantId)
            .call.apps.noteUses({ items: part })
            .catch((error: unknown) => {
              context.log.warn({ err: error }, 'uses of applications could not be counted yet')
              for (const use of part) add(tenantId, use)
            })
        }
      }
    }))
  }

  return {
    /** One request: `latencyMs` until its answer began, undefined when none did. */
    count(tenantId: string, version: { appId: string; versionId: string }, at: Date, outcome: { isError: boolean; latencyMs: number | undefined }): void {
      const hour = new Date(Math.floor(at.getTime() / hourMs) * hourMs).toISOString()
      const latencies = Array.from({ length: latencyEdgesMs.length + 1 }, () => 0)
      if (outcome.latencyMs !== undefined) latencies[bucketOf(outcome.latencyMs)] = 1
      add(tenantId, { ...version, hour, requests: 1, errors: outcome.isError ? 1 : 0, latencies })
    },
    flush,
    async close(): Promise<void> {
      clearInterval(timer)
      await flush()
    },
  }
}

function bucketOf(ms: number): number {
  const found = latencyEdgesMs.findIndex((edge) => ms <= edge)
  return found === -1 ? latencyEdgesMs.length : found
}
