import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openKnowledge } from '#test/house.ts'
import { type Mood, playEmbedder } from '#test/play-embedder.ts'

const played = playEmbedder()
let room: Awaited<ReturnType<typeof openKnowledge>>
let plain: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => void ([room, plain] = await Promise.all([openKnowledge(played.embedder), openKnowledge()])))
afterAll(() => Promise.all([room.close(), plain.close()]))
beforeEach(() => played.be('well'))

const written = [
  ['Vehicles', 'Guests use the garage beneath the hotel at no charge.'],
  ['Refunds', 'Unworn goods are taken back within 30 days.'],
  ['Breakfast', 'Served from seven until ten in the hall.'],
  ['Courier', 'Orders leave our warehouse on the next morning.'],
  ['Kitchen', 'Half of our dishes are plant-based.'],
  ['Entrance', 'A ramp leads to the front door.'],
  ['House rules', 'Kindly keep the noise down after ten.'],
  ['Bedding', 'Cots stand ready on request.'],
  ['Pets', 'Small dogs are welcome.'],
  ['Music', 'A band plays on Saturdays.'],
  ['Wi-Fi', 'The network is open to all guests.'],
  ['Pool', 'Open from May to September.'],
] as const

/** A base with all that is written, in one house or the other. */
async function openBase(where = room) {
  const { caller, client, baseId } = await where.newBase()
  for (const [title, text] of written) await client.addItem({ baseId, category: 'policies', title, text })
  const ground = where.contextFor(caller)
  const titlesFor = async (question: string, limit = 5) => (await client.searchItems({ baseId, question, limit })).hits.map((it) => it.item.title)
  return {
    caller,
    client,
    baseId,
    titlesFor,
    rows: () => ground.db.inTenant(caller, (tx) => tx.selectFrom('embeddings').select(['item_id', 'model']).execute()),
    async whole(count = written.length) {
      await expect.poll(async () => (await this.rows()).filter((it) => it.model === played.embedder.name).length, { timeout: 20_000 }).toBe(count)
      return this
    },
  }
}

describe('searching by meaning', () => {
  it.each([
    ['May we throw a party?', 'House rules'],
    ['क्या हंगामा चलेगा?', 'House rules'],
    ['একটু হৈচৈ করলে?', 'House rules'],
    ['Anything for my toddler?', 'Bedding'],
    ['Something without meat?', 'Kitchen'],
    ['নিরামিষ কিছু?', 'Kitchen'],
  ])('finds %s, of which words find nothing', async (question, title) => {
    const words = await openBase(plain)
    expect((await words.titlesFor(question))[0]).not.toBe(title)
    const { titlesFor } = await (await openBase()).whole()
    await expect.poll(() => titlesFor(question), { timeout: 20_000 }).toContainEqual(title)
    expect((await titlesFor(question))[0]).toBe(title)
  })

  it('still has first what the words name, and finds nothing for what the base knows nothing of', async () => {
    const { titlesFor } = await (await openBase()).whole()
    await expect.poll(() => titlesFor('Can I send it back?'), { timeout: 20_000 }).toContainEqual('Refunds')
    expect((await titlesFor('When is the pool open?'))[0]).toBe('Pool')
    expect((await titlesFor('Are dogs welcome?'))[0]).toBe('Pets')
    expect(await titlesFor('helicopter submarine')).toEqual([])
    expect(await titlesFor(' ')).toEqual([])
    expect(await titlesFor('Can I send it back?', 1)).toEqual(['Refunds'])
  })

  it('hears of what is added, changed and deleted', async () => {
    const base = await (await openBase()).whole()
    await expect.poll(() => base.titlesFor('Can I send it back?'), { timeout: 20_000 }).toContainEqual('Refunds')
    const { items } = await base.client.listItems({ baseId: base.baseId, q: 'Refunds' })
    await base.client.deleteItem({ itemId: items[0]?.id ?? '' })
    expect(await base.titlesFor('Can I send it back?')).not.toContain('Refunds')
    await base.client.addItem({ baseId: base.baseId, category: 'policies', title: 'Second thoughts', text: 'Your money back, no questions.' })
    await expect.poll(() => base.titlesFor('Can I send it back?'), { timeout: 20_000 }).toContainEqual('Second thoughts')
    await base.whole()
    await base.client.deleteBase({ baseId: base.baseId })
    expect(await base.rows()).toEqual([])
    expect(await codeOf(base.titlesFor('Can I send it back?'))).toBe('knowledge.base_not_found')
  })

  it.each(['down', 'too_many', 'no_key', 'not_numbers', 'one_less', 'stranger', 'silent', 'deaf', 'late', 'other_length'] as Mood[])(
    'answers by words as ever while the embedder is %s',
    async (mood) => {
      const base = await (await openBase()).whole()
      const words = await openBase(plain)
      played.be(mood)
      for (const question of ['When is the pool open?', 'May we throw a party?', 'Wi-Fi password']) {
        const asked = `${question} ${mood}`
        expect(await base.titlesFor(asked)).toEqual(await words.titlesFor(asked))
      }
    },
  )

  it('asks for nothing and finds as ever in a house without an embedder', async () => {
    const base = await openBase(plain)
    expect(await base.titlesFor('May we throw a party?')).not.toContain('House rules')
    expect((await base.titlesFor('When is the pool open?'))[0]).toBe('Pool')
    const jobs = await plain.house.database.pool.query(`select 1 from kernel.jobs where name = 'embedItems'`)
    expect(jobs.rowCount).toBe(0)
    expect(await base.rows()).toEqual([])
  })

  it('never finds by the vectors of another tenant', async () => {
    const [mine, theirs] = [await (await openBase()).whole(), room.house.newCaller()]
    const other = room.clientOf(theirs)
    expect(await codeOf(other.searchItems({ baseId: mine.baseId, question: 'Can I send it back?' }))).toBe('knowledge.base_not_found')
    const { id: baseId } = await other.createBase({ name: 'Theirs' })
    expect((await other.searchItems({ baseId, question: 'Can I send it back?' })).hits).toEqual([])
    const ground = room.contextFor(theirs)
    expect(await ground.db.inTenant(theirs, (tx) => tx.selectFrom('embeddings').selectAll().execute())).toEqual([])
  })
})

describe('items older than the embedder', () => {
  it('get their vectors once somebody asks', async () => {
    const base = await (await openBase()).whole()
    await room.house.database.pool.query('delete from knowledge.embeddings where base_id = $1', [base.baseId])
    await base.titlesFor('Is breakfast included?')
    await base.whole()
  })
})
