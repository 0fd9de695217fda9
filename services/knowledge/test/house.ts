import { auditEvents } from '@myna/contracts/audit'
import { knowledge as contract, knowledgeEvents } from '@myna/contracts/knowledge'
import { createPdfReader } from '@myna/documents-pdf'
import { createCsvReader, createTextReaders } from '@myna/documents-plain'
import type { Caller } from '@myna/contracts/caller'
import type { Embedder } from '@myna/ports/embedding'
import { type Clock, defineService, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import type { z } from 'zod'
import type { Context } from '#context.ts'
import { knowledge } from '#service.ts'
import { openTestWeb } from '#test/crawl.ts'

type SourceRead = z.output<typeof knowledgeEvents.sourceRead.data>

/** A house with knowledge and one that listens to it, and the few steps every test takes. */
export async function openKnowledge(embedder?: Embedder, clock?: Clock) {
  const heard: SourceRead[] = []
  const acts: { tenantId: string | null; action: string; subject: string }[] = []
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: {
      onSourceRead: reaction(knowledgeEvents.sourceRead, async (data) => void heard.push(data)),
      onAct: reaction(
        auditEvents.actNoted,
        async ({ action, subject }, { caller }: { caller: Caller }) => void acts.push({ tenantId: caller.tenantId, action, subject }),
      ),
    },
  })
  const web = openTestWeb()
  const house = await openHouse({
    services: [knowledge, listener],
    ports: { knowledge: { web, documents: [createPdfReader(), createCsvReader(), ...createTextReaders()], ...(embedder ? { embedder } : {}) } },
    contracts: { listener: {} },
    ...(clock ? { clock } : {}),
  })
  const clientOf = (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof contract>('knowledge', caller, how)
  return {
    house,
    heard,
    /** What the audit log is told of a thing, oldest first. */
    actsOn: (subject: string) => acts.filter((it) => it.subject === subject).map((it) => it.action),
    clientOf,
    contextFor: (caller: Caller) => house.house.contextFor('knowledge', { caller, signal: new AbortController().signal }) as unknown as Context,
    /** A fresh tenant with an empty base. */
    async newBase() {
      const caller = house.newCaller()
      const client = clientOf(caller)
      return { caller, client, baseId: (await client.createBase({ name: 'Shop' })).id }
    },
    /** A fresh tenant with a base that knows a site. */
    async newKnown(url: string) {
      const it = await this.newBase()
      const source = await it.client.addSource({ baseId: it.baseId, url })
      await collect(it.client.crawlSource({ sourceId: source.id }))
      await collect(it.client.extractSource({ sourceId: source.id }))
      return { ...it, sourceId: source.id, itemsOf: async () => (await it.client.listItems({ baseId: it.baseId, limit: 200 })).items }
    },
    async close() {
      await house.close()
      await web.close()
    },
  }
}

/** All events of a stream. */
export async function collect<T>(stream: AsyncIterable<{ data: T }>): Promise<T[]> {
  const all: T[] = []
  for await (const { data } of stream) all.push(data)
  return all
}

/** The code of the fault a call ends with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no fault',
    (error: Error & { code?: string }) => error.code ?? error.message,
  )
}
