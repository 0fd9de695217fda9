import { auditEvents } from '@myna/contracts/audit'
import { providers as contract } from '@myna/contracts/brain-providers'
import type { Caller } from '@myna/contracts/caller'
import { createLog, defineService, newId, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { Writable } from 'node:stream'
import type { LanguageModelMaker, ModelPiece, ModelRequest } from '@myna/ports/language-model'
import type { Context, Ports } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { type Answered, dispatch, type Dispatching } from '#dispatch/dispatch.ts'
import { addProvider } from '#operations/add-provider.ts'
import { getUsage } from '#operations/get-usage.ts'
import { listProviders } from '#operations/list-providers.ts'
import { orderProviders } from '#operations/order-providers.ts'
import { removeProvider } from '#operations/remove-provider.ts'
import { testProvider } from '#operations/test-provider.ts'
import { updateProvider } from '#operations/update-provider.ts'
import type { ProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'
import type { Tables } from '#store/tables.ts'
import { createScriptedModel } from '#test/scripted-model.ts'

export const someRequest: ModelRequest = { messages: [{ role: 'user', content: 'How much is a haircut?' }], maxTokens: 50, temperature: 0.2 }
export const someKey = 'sk-of-the-tenant-1234'

/** What came of a request: its pieces, who answered, and what was thrown. */
export type Heard = { text: string; pieces: ModelPiece[]; answered: Answered | undefined; error: unknown }

/** The tables of the brain with dispatch and the operations of providers alone on them, models that do what they are told unless others are given, a clock that stands, and a log that is kept. */
export async function openDispatch(options: { maker?: LanguageModelMaker } = {}) {
  const model = createScriptedModel()
  let now = Date.parse('2026-11-18T06:30:00Z')
  const clock = { now: () => new Date(now) }
  const logged: string[] = []
  const log = createLog({ level: 'debug', destination: new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) }) })
  const acts: { tenantId: string | null; act: object }[] = []
  const onAct = async (act: object, context: { caller: Caller }) => void acts.push({ tenantId: context.caller.tenantId, act })
  // What the operations of providers need of the service around them is their tables, ports and desk.
  const operations = { addProvider, getUsage, listProviders, orderProviders, removeProvider, testProvider, updateProvider } as never
  const brain = defineService<typeof contract, {}, Tables, Ports>({
    name: 'brain',
    contract,
    needs: {},
    operations,
    hears: { onAct: reaction(auditEvents.actNoted, onAct) },
    migrations: new URL('../migrations/', import.meta.url),
    start: async (context) => () => deskOf(context).close(),
  })
  const house = await openHouse({
    services: [brain],
    ports: { brain: { makeLanguageModel: options.maker ?? model.maker } },
    clock,
    contracts: { brain: contract },
  })
  /** Each process has a desk of its own, for it has a `db` of its own. */
  const processes = new Map<string, Context['db']>()

  const openTenant = () => {
    const caller = house.newCaller()
    const contextIn = (process = 'first', signal = new AbortController().signal): Context => {
      const origin = house.house.contextFor('brain', { caller, signal })
      const db = process === 'first' ? origin.db : (processes.get(process) ?? { ...origin.db })
      processes.set(process, db)
      const { vault, ports } = origin
      return { caller, tenantId: caller.tenantId!, db, vault, ports, clock, log, signal } as unknown as Context
    }
    const inTenant = <R>(work: (queries: ReturnType<typeof createProviderQueries>) => Promise<R>): Promise<R> =>
      contextIn().db.inTenant(caller, (tx) => work(createProviderQueries(tx, caller.tenantId!)))
    const tenant = {
      caller,
      client: house.client<typeof contract>('brain', caller),
      actsNoted: () => acts.filter((it) => it.tenantId === caller.tenantId).map((it) => it.act),
      contextIn,
      add: (name: string, change: Partial<ProviderRow> = {}): Promise<ProviderRow> =>
        inTenant((queries) =>
          queries.insert({
            id: newId(),
            kind: 'openai-compatible',
            name,
            base_url: 'http://127.0.0.1:9/v1',
            model: name,
            sealed_key: contextIn().vault.seal(caller.tenantId!, someKey),
            enabled: true,
            last_error: null,
            failed_at: null,
            created_at: clock.now(),
            ...change,
          }),
        ),
      change: (id: string, change: Partial<ProviderRow>) => inTenant((queries) => queries.update(id, change)),
      rows: (): Promise<ProviderRow[]> => inTenant((queries) => queries.listEnabled()),
      flush: (process?: string) => deskOf(contextIn(process)).flush(),
      /** Dispatches a request to the models as they are stored now. */
      async ask(how: Partial<Dispatching> & { process?: string; request?: ModelRequest; signal?: AbortSignal; upTo?: number } = {}): Promise<Heard> {
        const { process, request = someRequest, signal, upTo = Infinity, ...rest } = how
        const providers = rest.providers ?? (await tenant.rows())
        const heard: Heard = { text: '', pieces: [], answered: undefined, error: undefined }
        const speech = dispatch(request, { purpose: 'reply', deadlineMs: 2_000, firstPieceMs: 150, ...rest, providers }, contextIn(process, signal))
        try {
          for (let next = await speech.next(); ; next = await speech.next()) {
            if (next.done) {
              heard.answered = next.value
              break
            }
            heard.pieces.push(next.value)
            if (next.value.type === 'text') heard.text += next.value.text
            if (heard.pieces.length >= upTo) {
              await speech.return(undefined)
              break
            }
          }
        } catch (error) {
          heard.error = error
        }
        return heard
      },
    }
    return tenant
  }
  return {
    house,
    model,
    logged,
    openTenant,
    wait(ms: number) {
      now += ms
    },
    setNow(moment: string) {
      now = Date.parse(moment)
    },
    close: () => house.close(),
  }
}
