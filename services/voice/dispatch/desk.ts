import { PortFault } from '@myna/ports/fault'
import type { RecognitionEngine } from '@myna/ports/recognition'
import type { SpeechEngine } from '@myna/ports/speech'
import type { Context } from '#context.ts'
import { absentEngine } from '#dispatch/absent-engine.ts'
import { createCircuits } from '#dispatch/circuits.ts'
import { createKeptEngines, type Kept } from '#dispatch/kept-engines.ts'
import type { Trouble } from '#dispatch/trouble.ts'
import { settingsOf, type Trade } from '#dispatch/vendor-settings.ts'
import type { SpeechProviderRow } from '#store/present.ts'
import { createProviderQueries } from '#store/provider-queries.ts'

type Given = Pick<Context, 'db' | 'log' | 'clock'>

/** What other processes change is seen this late. */
const freshMs = 2_000
/** Older ones are used while they are read again, up to this age; reading begins this much later, when whoever asked has what they need. */
const usableMs = 30_000
const behindMs = 100
const mostEngines = 200
/** Tenants whose vendors are remembered. */
const mostTenants = 1_000
/** A vendor's last error is written down no more often than this. */
const noteMs = 60_000

/** An engine a tenant may use: one of its vendors', or one of this machine. */
export type Candidate<E> = {
  /** By which its failures are remembered. */
  key: string
  /** What its voices are known by, before the colon: the id of a vendor, the name of an engine of this machine. */
  id: string
  /** For people. */
  name: string
  engine: E
  /** Undefined: of this machine. */
  provider: SpeechProviderRow | undefined
  /** It knows expected words only. */
  isGrammar: boolean
  /** Aborted when its vendor is changed or removed. */
  leaving: AbortSignal | undefined
  /** Keeps it open until what it gives is called. */
  hold(): () => void
}

/** What this process knows of vendors in use. */
export type Desk = ReturnType<typeof createDesk>

const desks = new WeakMap<Context['db'], Desk>()

/** The desk of this house, opened on first use. */
export function deskOf(context: Given): Desk {
  const open = desks.get(context.db) ?? createDesk(context)
  desks.set(context.db, open)
  return open
}

/** Keeps the vendors of tenants for a moment, their engines for as long as they are what they are, and how all of them fare. */
function createDesk({ db, log, clock }: Given) {
  const circuits = createCircuits()
  const engines = createKeptEngines({ log, most: mostEngines })
  const known = new Map<string, { rows: readonly SpeechProviderRow[]; readAt: number }>()
  const reading = new Map<string, { rows: Promise<readonly SpeechProviderRow[]> }>()
  const behind = new Map<string, NodeJS.Timeout>()
  const notedAt = new Map<string, number>()
  const writing = new Set<Promise<void>>()

  const take = (tenantId: string, rows: readonly SpeechProviderRow[]) => {
    known.delete(tenantId)
    known.set(tenantId, { rows, readAt: performance.now() })
    if (known.size > mostTenants) known.delete(known.keys().next().value!)
    engines.keepOnly(tenantId, new Map(rows.flatMap((row) => tradesOf(row).map((trade) => [keyOf(row, trade), row.revision] as const))))
  }
  const read = async (tenantId: string): Promise<readonly SpeechProviderRow[]> => {
    const mine = { rows: db.inTenant({ tenantId }, (tx) => createProviderQueries(tx, tenantId).listEnabled()) }
    reading.set(tenantId, mine)
    try {
      const rows = await mine.rows
      // What is changed meanwhile is read by another.
      if (reading.get(tenantId) === mine) take(tenantId, rows)
      return rows
    } finally {
      if (reading.get(tenantId) === mine) reading.delete(tenantId)
    }
  }
  /** Whoever speaks to a caller does not wait for the database, nor share the processor with it; the next sentence knows what it says. */
  const readBehind = (tenantId: string) => {
    if (behind.has(tenantId)) return
    const timer = setTimeout(() => {
      behind.delete(tenantId)
      void (reading.get(tenantId)?.rows ?? read(tenantId)).catch((error: unknown) => log.warn({ error, tenantId }, 'vendors of speech could not be read'))
    }, behindMs)
    behind.set(tenantId, timer.unref())
  }
  /** What is known of the vendors of a tenant, if it is of use still. */
  const knownOf = (tenantId: string): readonly SpeechProviderRow[] | undefined => {
    const kept = known.get(tenantId)
    const ageMs = kept ? performance.now() - kept.readAt : Number.POSITIVE_INFINITY
    if (!kept || ageMs >= usableMs) return undefined
    if (ageMs >= freshMs) readBehind(tenantId)
    return kept.rows
  }
  const providersOf = async (tenantId: string): Promise<readonly SpeechProviderRow[]> => {
    try {
      return await (reading.get(tenantId)?.rows ?? read(tenantId))
    } catch (error) {
      // Whoever talks to a caller goes on with what was known, or with this machine alone.
      log.warn({ error, tenantId }, 'vendors of speech could not be read')
      return known.get(tenantId)?.rows ?? []
    }
  }
  const candidatesOf = <E extends SpeechEngine | RecognitionEngine>(
    trade: Trade,
    { tenantId }: Context,
    make: (row: SpeechProviderRow) => E,
    here: readonly { engine: E; isGrammar: boolean }[],
  ): Candidate<E>[] | Promise<Candidate<E>[]> => {
    const candidates = (rows: readonly SpeechProviderRow[]) => {
      const ofVendors = rows.flatMap((row): Candidate<E>[] => {
        if (!tradesOf(row).includes(trade)) return []
        const key = keyOf(row, trade)
        const kept: Kept<E> = engines.of(key, { tenantId, revision: row.revision, make: () => make(row) })
        return [{ key: `${key}@${row.revision}`, id: row.id, name: row.name, provider: row, isGrammar: false, ...kept }]
      })
      const ofMachine = here.map(
        ({ engine, isGrammar }): Candidate<E> => ({
          // What one tenant lets it stumble over is no trouble of another.
          key: `${tenantId}:${engine.name}:${trade}`,
          id: engine.name,
          name: engine.name,
          engine,
          provider: undefined,
          isGrammar,
          leaving: undefined,
          hold: () => () => {},
        }),
      )
      return [...ofVendors, ...ofMachine]
    }
    const rows = knownOf(tenantId)
    return rows ? candidates(rows) : providersOf(tenantId).then(candidates)
  }
  const now = () => clock.now().getTime()

  return {
    /** The engines that may speak for the tenant of a context: its vendors in their order, then this machine's. At once where its vendors are known. */
    speakersOf: (context: Context): Candidate<SpeechEngine>[] | Promise<Candidate<SpeechEngine>[]> =>
      candidatesOf(
        'speech',
        context,
        (row) => speechOf(row, context),
        context.ports.engines.map((engine) => ({ engine, isGrammar: false })),
      ),
    /** The engines that may listen for the tenant of a context, in the same order. */
    listenersOf: (context: Context): Candidate<RecognitionEngine>[] | Promise<Candidate<RecognitionEngine>[]> =>
      candidatesOf('recognition', context, (row) => recognitionOf(row, context), [
        ...context.ports.recognisers.map((engine) => ({ engine, isGrammar: false })),
        ...(context.ports.grammars ?? []).map((engine) => ({ engine, isGrammar: true })),
      ]),
    stateOf: (it: Candidate<unknown>) => circuits.stateOf(it.key, now()),
    /** Says that an engine is tried now; one whose rest is over is tried by one at a time. */
    begin(it: Candidate<unknown>): void {
      if (circuits.stateOf(it.key, now()) === 'half_open') circuits.beginProbe(it.key, now())
    },
    worked(it: Candidate<unknown>): void {
      circuits.worked(it.key)
      circuits.endProbe(it.key)
    },
    /** Neither worked nor failed: nobody waited for it. */
    left: (it: Candidate<unknown>): void => circuits.endProbe(it.key),
    failed(it: Candidate<unknown>, trouble: Trouble): void {
      circuits.failed(it.key, trouble.weight, now())
      circuits.endProbe(it.key)
      log.warn({ engine: it.name, providerId: it.provider?.id, trouble: trouble.sentence }, 'an engine failed')
      if (it.provider) this.noteError(it.provider, trouble.sentence)
    },
    /** Writes down what went wrong with a vendor, once a minute at most. */
    noteError(row: SpeechProviderRow, sentence: string): void {
      if (Math.abs(now() - (notedAt.get(row.id) ?? -Infinity)) < noteMs) return
      notedAt.delete(row.id)
      notedAt.set(row.id, now())
      if (notedAt.size > mostTenants) notedAt.delete(notedAt.keys().next().value!)
      const error = { sentence, at: clock.now() }
      const written = db
        .inTenant({ tenantId: row.tenant_id }, (tx) => createProviderQueries(tx, row.tenant_id).setError(row, error))
        .catch((cause: unknown) => log.warn({ error: cause, providerId: row.id }, 'an error of a vendor of speech could not be noted'))
        .finally(() => writing.delete(written))
      writing.add(written)
    },
    /** A vendor was tested and works: it rests no more, and its next error is written down at once. */
    recovered(row: SpeechProviderRow): void {
      notedAt.delete(row.id)
      for (const trade of tradesOf(row)) circuits.worked(`${keyOf(row, trade)}@${row.revision}`)
    },
    /** Vendors of a tenant were changed: the next sentence is spoken by what they are now. */
    async changed(tenantId: string): Promise<void> {
      known.delete(tenantId)
      await read(tenantId).catch((error: unknown) => log.warn({ error, tenantId }, 'vendors of speech could not be read'))
    },
    /** Waits until all that is to be written down is. */
    async flush(): Promise<void> {
      await Promise.all(writing)
    },
    async close(): Promise<void> {
      for (const timer of behind.values()) clearTimeout(timer)
      await Promise.all(writing)
      await engines.close()
    },
  }
}

const keyOf = (row: SpeechProviderRow, trade: Trade) => `${row.tenant_id}:${row.id}:${trade}`
const tradesOf = (row: SpeechProviderRow): Trade[] => [...(row.speaks ? (['speech'] as const) : []), ...(row.listens ? (['recognition'] as const) : [])]

/** The engine a vendor speaks by, or one that says why there is none. */
export const speechOf = (row: SpeechProviderRow, context: Pick<Context, 'ports' | 'tenantId' | 'vault'>): SpeechEngine =>
  orAbsent(row, () => context.ports.makeSpeech(settingsOf(row, 'speech', context)))

/** The engine a vendor listens by, or one that says why there is none. */
export const recognitionOf = (row: SpeechProviderRow, context: Pick<Context, 'ports' | 'tenantId' | 'vault'>): RecognitionEngine =>
  orAbsent(row, () => context.ports.makeRecognition(settingsOf(row, 'recognition', context)))

function orAbsent<E extends SpeechEngine | RecognitionEngine>(row: SpeechProviderRow, make: () => E): E | (SpeechEngine & RecognitionEngine) {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof PortFault)) throw error
    return absentEngine(row.name, error.message)
  }
}
