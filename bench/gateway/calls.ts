import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Client } from '@myna/contracts'
import { createHouse, createLog, createUpstreams, createVault, openDatabase } from '@myna/kernel'
import { noteId, notesContract } from '../contract/notes.ts'
import { openNotesHouse } from '../contract/notes-house.ts'
import { type Figure, figureOf, median } from '../figure.ts'

const caller = { tenantId: null, subject: 'user:bench', roles: [], scopes: ['*'], traceId: 'bench' }

/** The same call to a service in this process, and in another one. */
export async function* timeCalls(): AsyncGenerator<Figure> {
  const near = await openNotesHouse()
  const inProcess = await times(near.house.client('notes', { caller }) as unknown as Client<typeof notesContract>, 20_000)
  await near.close()
  yield figureOf({ name: 'a call in process, p50', unit: 'µs', goal: { of: 'value', atMost: 5 } }, inProcess * 1000)

  const child = fork(fileURLToPath(new URL('../contract/server.ts', import.meta.url)), ['seam'])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const log = createLog({ level: 'warn' })
  const upstreams = await createUpstreams({ addresses: { notes: [`http://127.0.0.1:${port}`] }, log })
  const database = await openDatabase({ log })
  const secret = new Uint8Array(32).fill(1)
  const house = await createHouse({
    services: [],
    contracts: { notes: notesContract },
    upstreams,
    database,
    ports: {},
    vault: createVault(secret),
    secret,
    log,
  })
  try {
    const split = await times(house.client('notes', { caller }) as unknown as Client<typeof notesContract>, 400)
    yield figureOf({ name: 'what a call to another process adds, p50', unit: 'ms', goal: { of: 'value', atMost: 2 } }, split - inProcess)
  } finally {
    child.kill()
    await upstreams.close()
    await database.close()
  }
}

/** Median of calls one after the other, in ms. */
async function times(client: Client<typeof notesContract>, calls: number): Promise<number> {
  const measured: number[] = []
  for (let at = 0; at < calls; at++) {
    const began = performance.now()
    await client.readNote({ id: noteId, page: 3 })
    measured.push(performance.now() - began)
  }
  return median(measured)
}
