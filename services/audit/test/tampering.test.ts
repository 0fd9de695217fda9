import { generateKeyPairSync } from 'node:crypto'
import type { Caller } from '@myna/contracts/caller'
import { newId } from '@myna/kernel'
import type { Transaction } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChainedEntry, hashOf, signatureOf } from '#domain/chain.ts'
import { chainedEntry } from '#store/present.ts'
import { createEntryQueries } from '#store/entry-queries.ts'
import type { Tables } from '#store/tables.ts'
import { actsOf, openAudit } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openAudit>>
beforeAll(async () => void (room = await openAudit()))
afterAll(() => room.close())

async function chainOf(count: number): Promise<Caller> {
  const caller = room.house.newCaller()
  await room.note(caller, actsOf(count))
  expect(await room.auditOf(caller).verifyChain({})).toEqual({ intact: true, entries: count, problems: [] })
  return caller
}

/** What verifying finds after the chain of six was tampered with. */
async function foundAfter(work: (tx: Transaction<Tables>, caller: Caller) => Promise<unknown>) {
  const caller = await chainOf(6)
  await room.tamper(caller, (tx) => work(tx, caller))
  const { intact, problems } = await room.auditOf(caller).verifyChain({})
  expect(intact).toBe(problems.length === 0)
  return problems.map((it) => [it.problem, it.sequence])
}

const rowOf = async (tx: Transaction<Tables>, sequence: number): Promise<ChainedEntry> =>
  chainedEntry(await tx.selectFrom('entries').selectAll().where('sequence', '=', sequence).executeTakeFirstOrThrow())
const setHeadBack = async (tx: Transaction<Tables>, to: number) => {
  const { sequence, hash, signature } = await rowOf(tx, to)
  await tx.updateTable('heads').set({ sequence, hash, signature }).execute()
}

/** An entry as somebody without the key would write it. */
async function forged(tx: Transaction<Tables>, caller: Caller, sequence: number, after: number): Promise<ChainedEntry> {
  const last = await rowOf(tx, after)
  const act = { ...last, id: newId(), sequence, action: 'sell-bread', previousHash: last.hash }
  const hash = hashOf(caller.tenantId!, act, last.hash)
  return { ...act, hash, signature: signatureOf(hash, generateKeyPairSync('ed25519').privateKey) }
}

describe('whoever holds the database is found out who', () => {
  it.each(['actor', 'actor_name', 'action', 'subject', 'ip', 'trace_id', 'at', 'previous_hash'] as const)('edits the %s of an entry', async (column) => {
    expect(
      await foundAfter((tx) =>
        tx
          .updateTable('entries')
          .set({ [column]: '2026-01-01T00:00:00.000Z' })
          .where('sequence', '=', 3)
          .execute(),
      ),
    ).toContainEqual(['edited', 3])
  })

  it('edits a detail of the last entry', async () => {
    expect(await foundAfter((tx) => tx.updateTable('entries').set({ detail: '{"number":7}' }).where('sequence', '=', 6).execute())).toEqual([['edited', 6]])
  })

  it('edits an entry and its hash', async () => {
    const problems = await foundAfter(async (tx, caller) => {
      const entry = { ...(await rowOf(tx, 3)), action: 'sell-bread' }
      await tx
        .updateTable('entries')
        .set({ action: entry.action, hash: hashOf(caller.tenantId!, entry, entry.previousHash) })
        .where('sequence', '=', 3)
        .execute()
    })
    expect(problems).toContainEqual(['inserted', 3])
  })

  it('deletes an entry', async () => {
    expect(await foundAfter((tx) => tx.deleteFrom('entries').where('sequence', '=', 3).execute())).toEqual([['missing', 3]])
  })

  it('deletes the first entry', async () => {
    expect(await foundAfter((tx) => tx.deleteFrom('entries').where('sequence', '=', 1).execute())).toEqual([['missing', 1]])
  })

  it('inserts an entry between others', async () => {
    const problems = await foundAfter(async (tx, caller) => {
      const entry = await forged(tx, caller, 4, 3)
      await tx
        .updateTable('entries')
        .set((it) => ({ sequence: it('sequence', '+', 100) }))
        .where('sequence', '>', 3)
        .execute()
      await createEntryQueries(tx, caller.tenantId!).append(entry)
      await tx
        .updateTable('entries')
        .set((it) => ({ sequence: it('sequence', '-', 99) }))
        .where('sequence', '>', 100)
        .execute()
      await setHeadBack(tx, 7)
    })
    expect(problems).toContainEqual(['inserted', 4])
    expect(problems).toContainEqual(['edited', 5])
  })

  it('adds an entry behind the head', async () => {
    const problems = await foundAfter(async (tx, caller) => {
      const head = await tx.selectFrom('heads').selectAll().executeTakeFirstOrThrow()
      await createEntryQueries(tx, caller.tenantId!).append(await forged(tx, caller, 7, 6))
      await tx.updateTable('heads').set(head).execute()
    })
    expect(problems).toContainEqual(['inserted', 7])
  })

  it('adds an entry and moves the head to it', async () => {
    const problems = await foundAfter(async (tx, caller) => createEntryQueries(tx, caller.tenantId!).append(await forged(tx, caller, 7, 6)))
    expect(problems).toContainEqual(['inserted', 7])
    expect(problems).toContainEqual(['bad_signature', 7])
  })

  it('lets two entries change places', async () => {
    const problems = await foundAfter(async (tx) => {
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ] as const)
        await tx.updateTable('entries').set({ sequence: to }).where('sequence', '=', from).execute()
    })
    expect(problems).toEqual(
      expect.arrayContaining([
        ['edited', 2],
        ['edited', 3],
      ]),
    )
  })

  it('brings an entry of another tenant', async () => {
    const other = await chainOf(3)
    const foreign = (await room.tamper(other, (tx) => rowOf(tx, 3))) as ChainedEntry
    const problems = await foundAfter(async (tx, caller) => {
      await tx.deleteFrom('entries').where('sequence', '=', 3).execute()
      const head = await tx.selectFrom('heads').selectAll().executeTakeFirstOrThrow()
      await createEntryQueries(tx, caller.tenantId!).append({ ...foreign, id: newId() })
      await tx.updateTable('heads').set(head).execute()
    })
    expect(problems).toContainEqual(['edited', 3])
  })

  it('cuts the tail', async () => {
    expect(await foundAfter((tx) => tx.deleteFrom('entries').where('sequence', '>', 4).execute())).toEqual([['tail_cut', 5]])
  })

  it('cuts the tail and sets the head back', async () => {
    const problems = await foundAfter(async (tx) => {
      await setHeadBack(tx, 4)
      await tx.deleteFrom('entries').where('sequence', '>', 4).execute()
    })
    expect(problems).toEqual([['tail_cut', 5]])
  })

  it('takes the head away', async () => {
    expect(await foundAfter((tx) => tx.deleteFrom('heads').execute())).toEqual([['tail_cut', 6]])
  })

  it('takes everything away', async () => {
    const problems = await foundAfter(async (tx) => {
      await tx.deleteFrom('heads').execute()
      await tx.deleteFrom('entries').execute()
    })
    expect(problems).toEqual([['tail_cut', 1]])
  })

  it.each([1, 2, 5])('cuts the tail, sets the head back and waits until %i new acts were written over it', async (count) => {
    const caller = await chainOf(6)
    await room.tamper(caller, async (tx) => {
      await setHeadBack(tx, 4)
      await tx.deleteFrom('entries').where('sequence', '>', 4).execute()
    })
    await room.note(caller, actsOf(count), 4)
    const { intact, problems } = await room.auditOf(caller).verifyChain({})
    expect(intact).toBe(false)
    expect(problems.map((it) => it.problem)).toEqual([count === 1 ? 'tail_cut' : 'edited'])
  })
})

describe('the head remembered outside the database', () => {
  it('moves on with the chain, and catches up after it was lost', async () => {
    const caller = await chainOf(3)
    const { hash } = (await room.auditOf(caller).listEntries({})).items[0]!
    expect(room.anchors.get(caller.tenantId!)).toEqual({ sequence: 3, hash })
    room.anchors.delete(caller.tenantId!)
    await room.note(caller, actsOf(1), 3)
    await expect.poll(() => room.anchors.get(caller.tenantId!)?.sequence).toBe(4)
    expect((await room.auditOf(caller).verifyChain({})).intact).toBe(true)
  })

  it('may lag behind after a crash without harm', async () => {
    const caller = await chainOf(5)
    const second = (await room.tamper(caller, (tx) => rowOf(tx, 2))) as ChainedEntry
    room.anchors.set(caller.tenantId!, { sequence: 2, hash: second.hash })
    expect((await room.auditOf(caller).verifyChain({})).intact).toBe(true)
    await room.note(caller, actsOf(1), 5)
    await expect.poll(() => room.anchors.get(caller.tenantId!)?.sequence).toBe(6)
  })
})
