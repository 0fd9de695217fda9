import { generateKeyPairSync } from 'node:crypto'
import type { audit as contract } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import type { workspace as workspaceContract } from '@myna/contracts/workspace'
import type { Act } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { workspace } from '@myna/workspace'
import type { Transaction } from 'kysely'
import type { Anchor, Context } from '#context.ts'
import { audit } from '#service.ts'
import type { Tables } from '#store/tables.ts'

/** A house with the audit log and a service whose acts it keeps. `anchors` are what is remembered outside the database. */
export async function openAudit() {
  const anchors = new Map<string, Anchor>()
  const keeper = {
    remember: async (tenantId: string, head: Anchor) => void (head.sequence > (anchors.get(tenantId)?.sequence ?? 0) && anchors.set(tenantId, head)),
    recall: async (tenantId: string) => anchors.get(tenantId),
  }
  const { privateKey } = generateKeyPairSync('ed25519')
  const house = await openHouse({ services: [workspace, audit], ports: { audit: { signingKey: privateKey, anchors: keeper } } })
  const auditOf = (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof contract>('audit', caller, how)
  const contextOf = (service: string, caller: Caller) => house.house.contextFor(service, { caller, signal: new AbortController().signal }) as unknown as Context

  /** Waits until as many entries are in the chain of the caller. */
  async function arrive(caller: Caller, count: number): Promise<void> {
    for (let left = 400; left > 0; left--) {
      if ((await auditOf(caller).listEntries({ limit: 200 })).items.length >= count) return
      await new Promise((done) => setTimeout(done, 20))
    }
    throw new Error(`not ${count} entries arrived`)
  }

  return {
    house,
    anchors,
    auditOf,
    contextOf,
    arrive,
    workspaceOf: (caller: Caller) => house.client<typeof workspaceContract>('workspace', caller),
    /** Notes acts of another service, each in a transaction of its own, one after the other, and waits until they are in the chain. */
    async note(caller: Caller, acts: readonly Act[], already = 0): Promise<void> {
      const context = contextOf('workspace', caller)
      for (const act of acts) await context.db.inTenant(caller, (tx) => context.note(tx, act))
      await arrive(caller, already + acts.length)
    },
    /** Does to the stored chain of a tenant what whoever holds the database can do. */
    tamper: (caller: Caller, work: (tx: Transaction<Tables>) => Promise<unknown>) => contextOf('audit', caller).db.inTenant(caller, work),
    close: () => house.close(),
  }
}

/** Acts with numbers, to know them by. */
export function actsOf(count: number): Act[] {
  return Array.from({ length: count }, (_, index) => ({ action: 'bake-bread', subject: `bread:${index + 1}`, detail: { number: index + 1 } }))
}
