import { auditEvents } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import { tools as contract, toolsEvents } from '@myna/contracts/tools'
import { createGuardedFetch } from '@myna/fetch-guarded'
import { type AnyService, type Clock, defineService, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { createHttpToolRunner } from '@myna/tools-http'
import { createMcpConnector } from '@myna/tools-mcp'
import type { Transaction } from 'kysely'
import { openPlugins } from '../../../adapters/tools/plugin/test/open-plugins.ts'
import { tools } from '#service.ts'
import type { Tables } from '#store/tables.ts'

type Said = { event: string; tenantId: string; data: Record<string, unknown> }

/** A house with tools on real adapters that may reach this machine, a folder of plugins, and a service that writes down what is said. */
export async function openTools(options: { clock?: Clock } = {}) {
  const said: Said[] = []
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: {
      onErrand: reaction(
        toolsEvents.errandNoted,
        async (data, { tenantId }: { tenantId: string }) => void said.push({ event: 'errand.noted', tenantId, data }),
      ),
      onAct: reaction(auditEvents.actNoted, async (data, { tenantId }: { tenantId: string }) => void said.push({ event: 'act.noted', tenantId, data })),
    },
  }) as AnyService
  const guarded = createGuardedFetch({ allowHosts: ['127.0.0.1'] })
  const plugins = openPlugins({ fetch: guarded.fetch })
  const house = await openHouse({
    services: [tools, listener],
    ports: {
      tools: { runHttp: createHttpToolRunner({ fetch: guarded.fetch }), connectMcp: createMcpConnector({ fetch: guarded.fetch }), plugins },
    },
    contracts: { listener: {} },
    ...options,
  })
  return {
    house,
    said,
    plugins,
    toolsOf: (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof contract>('tools', caller, how),
    /** Works on the rows of a tenant. */
    rowsOf: <R>(caller: Caller, work: (tx: Transaction<Tables>) => Promise<R>): Promise<R> =>
      house.house.contextFor('tools', { caller, signal: new AbortController().signal }).db.inTenant(caller, work),
    async close() {
      await house.close()
      await plugins.close()
      await guarded.close()
    },
  }
}

export type ToolsClient = ReturnType<Awaited<ReturnType<typeof openTools>>['toolsOf']>

/** The code of the fault a call ends with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no fault',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}

/** What a fault says of which field. */
export async function fieldsOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no fault',
    (error: Error & { fields?: unknown }) => error.fields ?? error.message,
  )
}
