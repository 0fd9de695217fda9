import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKnowledge } from '#test/house.ts'

let room: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  room = await openKnowledge()
})
afterAll(() => room.close())

async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; at += 7_000) yield bytes.subarray(at, at + 7_000)
}

describe.each(['process', 'http'] as const)('an uploaded document, over %s', (how) => {
  const open = async () => {
    const caller = room.house.newCaller()
    const client = room.clientOf(caller, how)
    const { id: baseId } = await client.createBase({ name: 'Documents' })
    return { client, baseId, upload: (fileName: string, text: string | Uint8Array) => client.uploadDocument({ baseId, fileName }, bytesOf(text)) }
  }

  it('becomes knowledge that is found, with the file as its source', async () => {
    const { client, baseId, upload } = await open()
    const source = await upload('prices 2026.csv', 'service,price\nHaircut,300 rupees\nHead massage,450 rupees\n')
    expect(source).toMatchObject({ kind: 'document', url: 'document:prices%202026.csv', status: 'read', pageCount: 1, leftOut: 0 })
    const { hits } = await client.searchItems({ baseId, question: 'How much is a head massage?' })
    expect(hits[0]?.item.text).toContain('450')
    expect(hits[0]?.item.url).toBe('document:prices%202026.csv#1')
    expect((await client.listSources({ baseId })).items).toEqual([source])
  })

  it('takes the place of the one before of the same name, and leaves what people edited', async () => {
    const { client, baseId, upload } = await open()
    const first = await upload(
      'about.md',
      '# Parking\n\nThere is free parking for twenty cars behind the house.\n\n# Dogs\n\nDogs are welcome on a lead in the garden.\n',
    )
    const dogs = (await client.listItems({ baseId, q: 'lead' })).items[0]
    await client.editItem({ itemId: dogs!.id, text: 'Dogs are welcome everywhere.' })
    const second = await upload('about.md', '# Parking\n\nParking costs fifty rupees a day behind the house.\n')
    expect(second.id).toBe(first.id)
    const texts = (await client.listItems({ baseId })).items.map((it) => [it.text, it.stale])
    expect(texts).toContainEqual(['Parking costs fifty rupees a day behind the house.', false])
    expect(texts).toContainEqual(['Dogs are welcome everywhere.', true])
    expect(JSON.stringify(texts)).not.toContain('free parking')
  })

  it.each([
    ['menu.exe', 'MZ', 'knowledge.document_not_supported'],
    ['empty.txt', ' ', 'knowledge.document_no_text'],
    ['fake.pdf', '%PDF-1.4 and then nothing', 'knowledge.document_corrupt'],
  ])('%s is refused and leaves nothing behind', async (fileName, text, code) => {
    const { client, baseId, upload } = await open()
    await expect(upload(fileName, text)).rejects.toMatchObject({ code })
    expect((await client.listSources({ baseId })).items).toEqual([])
    expect((await client.listItems({ baseId })).items).toEqual([])
  })

  it.runIf(how === 'process')(
    'says how many rows were left out',
    async () => {
      const { upload } = await open()
      const rows = Array.from({ length: 20_500 }, (_, at) => `part number ${at},${at}`)
      expect(await upload('stock.csv', `part,price\n${rows.join('\n')}\n`)).toMatchObject({ leftOut: 500, status: 'read' })
    },
    60_000,
  )

  it('cannot be put into the base of another organisation', async () => {
    const { baseId } = await open()
    const stranger = room.clientOf(room.house.newCaller(), how)
    await expect(stranger.uploadDocument({ baseId, fileName: 'a.txt' }, bytesOf('Hello.'))).rejects.toMatchObject({ code: 'knowledge.base_not_found' })
  })
})
