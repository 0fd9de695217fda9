import type { Client } from '@myna/contracts'
import type { knowledge as contract } from '@myna/contracts/knowledge'
import { createHouse, createLog, createVault, newId, openDatabase } from '@myna/kernel'
import { knowledge } from '@myna/knowledge'
import type { Embedder } from '@myna/ports/embedding'
import { setTimeout as sleep } from 'node:timers/promises'
import { newDataFolder } from '../server/server-process.ts'
import type { Passage } from './passages.ts'

/** A knowledge base with passages in it, asked as a service in the same process asks it. */
export type FilledBase = { baseId: string; client: Client<typeof contract>; close(): Promise<void> }

/** Writes passages one by one through the service, on the embedded database in a folder of its own; with an embedder they have their vectors, too. */
export async function openFilledBase(passages: readonly Passage[], embedder: Embedder | null = null): Promise<FilledBase> {
  const { folder, remove } = newDataFolder()
  const log = createLog({ level: 'warn' })
  const database = await openDatabase({ dataDir: folder, log })
  const secret = new Uint8Array(32)
  const house = await createHouse({
    services: [knowledge],
    contracts: {},
    database,
    ports: { knowledge: { embedder } },
    vault: createVault(secret),
    secret,
    log,
  })
  const caller = { tenantId: newId(), subject: 'service:bench', roles: [], scopes: ['*'], traceId: 'bench' }
  const client = house.client('knowledge', { caller }) as unknown as Client<typeof contract>
  const { id: baseId } = await client.createBase({ name: 'Bench' })
  for (const { category, title, text } of passages) await client.addItem({ baseId, category, title, text })
  if (embedder) {
    await house.start()
    for (let left = 1; left > 0; await sleep(500)) {
      const counts = await house.counts()
      left = (counts['jobs_waiting'] ?? 0) + (counts['jobs_running'] ?? 0)
    }
  }
  return {
    baseId,
    client,
    async close() {
      await house.drain(2_000)
      await database.close()
      remove()
    },
  }
}
