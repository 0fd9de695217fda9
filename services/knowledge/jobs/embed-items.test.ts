import { newId } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import type { Embedder } from '@myna/ports/embedding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#context.ts'
import { embedItems } from '#jobs/embed-items.ts'
import { openKnowledge } from '#test/house.ts'
import { type Mood, playEmbedder } from '#test/play-embedder.ts'

let room: Awaited<ReturnType<typeof openKnowledge>>
// Without an embedder of its own nothing is embedded but by these tests.
beforeAll(async () => void (room = await openKnowledge()))
afterAll(() => room.close())

/** A base with some items, and a job at hand that embeds them. */
async function openBase(count: number) {
  const { caller, client, baseId } = await room.newBase()
  const ground = room.contextFor(caller)
  const add = (title: string, text = 'Words.') => client.addItem({ baseId, category: 'policies', title, text, kind: 'passage' })
  for (let at = 0; at < count; at++) await add(`Item ${at}`, `Text ${at}`)
  const sent: { input: unknown; key: string | undefined }[] = []
  const contextWith = (embedder: Embedder | null): Context =>
    ({
      db: ground.db,
      caller,
      tenantId: ground.tenantId,
      clock: ground.clock,
      log: ground.log,
      jobs: {
        send: async (_: unknown, __: string, input: unknown, options: { singletonKey?: string }) => void sent.push({ input, key: options.singletonKey }),
      },
      ports: { embedder },
    }) as unknown as Context
  return {
    client,
    baseId,
    add,
    sent,
    run: (embedder: Embedder | null, it: { signal?: AbortSignal; again?: boolean; baseId?: string } = {}) =>
      embedItems.run({ baseId: it.baseId ?? baseId, again: it.again ?? false }, contextWith(embedder), {
        id: newId(),
        attempt: 1,
        signal: it.signal ?? new AbortController().signal,
        progress: async () => {},
      }),
    rows: () => ground.db.inTenant(caller, (tx) => tx.selectFrom('embeddings').selectAll().orderBy('item_id').execute()),
    itemIds: async () => (await client.listItems({ baseId, limit: 200 })).items.map((item) => item.id),
  }
}

describe('embedding the items of a base', () => {
  it('makes a vector for each, in small requests, and nothing more the next time', async () => {
    const { run, rows, itemIds } = await openBase(20)
    const { embedder, asked } = playEmbedder()
    await run(embedder)
    expect((await rows()).map((it) => it.item_id)).toEqual(await itemIds())
    expect((await rows()).every((it) => it.vector?.length === 512 && it.model === embedder.name)).toBe(true)
    expect(asked.map((it) => it.length)).toEqual([16, 4])
    await run(embedder)
    expect(asked).toHaveLength(2)
  })

  it('does nothing without an embedder, and for a base that is gone', async () => {
    const { run, rows, client, baseId } = await openBase(1)
    await run(null)
    expect(await rows()).toEqual([])
    await client.deleteBase({ baseId })
    const { embedder, asked } = playEmbedder()
    await run(embedder)
    expect(asked).toEqual([])
  })

  it('asks again only for texts that have changed, and forgets what is deleted', async () => {
    const { run, rows, itemIds, client, add } = await openBase(3)
    const { embedder, asked } = playEmbedder()
    await run(embedder)
    const [first, second, third] = (await itemIds()) as [string, string, string]
    await client.editItem({ itemId: first, text: 'Other words.' })
    await client.editItem({ itemId: second, category: 'support_faq' })
    await client.deleteItem({ itemId: third })
    await add('New')
    await run(embedder)
    expect(asked.slice(1)).toEqual([['Item 0\nOther words.', 'New\nWords.']])
    expect((await rows()).map((it) => it.item_id)).toEqual(await itemIds())
  })

  it('leaves out what is rejected until it is approved', async () => {
    const { run, rows, itemIds, client } = await openBase(2)
    const [first, second] = (await itemIds()) as [string, string]
    await client.approveItem({ itemId: first, approved: false })
    const { embedder } = playEmbedder()
    await run(embedder)
    expect((await rows()).map((it) => it.item_id)).toEqual([second])
    await client.approveItem({ itemId: first, approved: true })
    await run(embedder)
    expect(await rows()).toHaveLength(2)
  })

  it('goes on where it was when it is killed in the middle', async () => {
    const { run, rows } = await openBase(40)
    const { embedder, asked } = playEmbedder()
    const stop = new AbortController()
    const dying: Embedder = {
      name: embedder.name,
      embed: async (texts, signal) => {
        if (asked.length === 2) stop.abort(new Error('killed'))
        signal.throwIfAborted()
        return embedder.embed(texts, signal)
      },
    }
    await expect(run(dying, { signal: stop.signal })).rejects.toThrow('killed')
    expect(await rows()).toHaveLength(32)
    await run(embedder)
    expect(await rows()).toHaveLength(40)
    expect(new Set(asked.flat()).size).toBe(asked.flat().length)
  })

  it('makes all anew for another model', async () => {
    const { run, rows } = await openBase(3)
    const [before, after] = [playEmbedder(), playEmbedder({ name: 'played/large-2', length: 64 })]
    await run(before.embedder)
    await run(after.embedder)
    expect(after.asked.flat()).toHaveLength(3)
    expect((await rows()).map((it) => [it.model, it.vector?.length])).toEqual([1, 2, 3].map(() => ['played/large-2', 64]))
  })

  it.each(['down', 'too_many', 'no_key', 'not_numbers', 'other_length', 'one_less', 'stranger'] as Mood[])(
    'writes nothing while the embedder is %s, and goes on as one job with growing pauses',
    async (mood) => {
      const { run, rows, sent, baseId } = await openBase(2)
      const { embedder, be } = playEmbedder()
      be(mood)
      await run(embedder)
      expect(await rows()).toEqual([])
      expect(sent).toEqual([{ input: { baseId, again: true }, key: `${baseId}:again` }])
      await expect(run(embedder, { again: true })).rejects.toBeInstanceOf(PortFault)
      expect(sent).toHaveLength(1)
      be('well')
      await run(embedder, { again: true })
      expect(await rows()).toHaveLength(2)
    },
  )

  it('passes by a text that is refused, and does not ask for it again until it changes', async () => {
    const { run, rows, itemIds, client } = await openBase(5)
    const { embedder, asked, refuse } = playEmbedder()
    refuse(/Text 3/)
    await run(embedder)
    expect((await rows()).map((it) => it.vector === null)).toEqual([false, false, false, true, false])
    const before = asked.length
    await run(embedder)
    expect(asked).toHaveLength(before)
    await client.editItem({ itemId: (await itemIds())[3] ?? '', text: 'Better words.' })
    await run(embedder)
    expect((await rows()).every((it) => it.vector !== null)).toBe(true)
  })

  it('takes no text for refused when everything is', async () => {
    const { run, rows } = await openBase(2)
    const { embedder, refuse } = playEmbedder()
    refuse(/./)
    await expect(run(embedder, { again: true })).rejects.toMatchObject({ status: 400 })
    expect(await rows()).toEqual([])
  })

  it('lets other bases have their turn', async () => {
    const { run, rows, sent, baseId } = await openBase(645)
    const { embedder } = playEmbedder()
    await run(embedder)
    expect(await rows()).toHaveLength(640)
    expect(sent).toEqual([{ input: { baseId, again: false }, key: expect.stringContaining(baseId) }])
    await run(embedder)
    expect(await rows()).toHaveLength(645)
  })

  it('leaves out what is deleted while it waits for the embedder', async () => {
    const { run, rows, itemIds, client } = await openBase(3)
    const { embedder } = playEmbedder()
    const [gone, ...kept] = (await itemIds()) as [string, ...string[]]
    await run({
      name: embedder.name,
      embed: async (texts, signal) => {
        await client.deleteItem({ itemId: gone })
        return embedder.embed(texts, signal)
      },
    })
    expect((await rows()).map((it) => it.item_id)).toEqual(kept)
  })

  it('touches nothing of another tenant', async () => {
    const [mine, theirs] = [await openBase(2), await openBase(2)]
    const { embedder, asked } = playEmbedder()
    await mine.run(embedder, { baseId: theirs.baseId })
    expect(asked).toEqual([])
    await mine.run(embedder)
    expect(await mine.rows()).toHaveLength(2)
    expect(await theirs.rows()).toEqual([])
  })
})
