import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLedgerJournal } from '#streams/ledger-journal.ts'

const tenantId = '01900000-0000-7000-8000-000000000001'
const entry = (text: string) => ({
  tenantId,
  entry: { id: `id of ${text}`, callId: 'call', at: new Date('2026-11-20T10:00:00Z'), event: 'agent.words', detail: { text } },
})

describe('the journal of a ledger', () => {
  let folder: string
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'myna-test-journal-'))))
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const written = async () => (await Promise.all((await readdir(folder)).map((it) => readFile(join(folder, it), 'utf8')))).join('')
  const breath = () => new Promise((resolve) => setImmediate(resolve))

  it('holds an entry at once for whoever wants to be sure, and every entry at the end of a breath', async () => {
    const journal = openLedgerJournal(folder)
    journal.write(entry('one'))
    journal.write(entry('two'))
    expect(journal.flush()).toBe(true)
    expect(await written()).toContain('two')
    journal.write(entry('three'))
    await breath()
    expect(
      (await written())
        .trim()
        .split('\n')
        .map((it) => (JSON.parse(it) as ReturnType<typeof entry>).entry.detail.text),
    ).toEqual(['one', 'two', 'three'])
    journal.close()
  })

  it('gives what a process that died has left, in order, and forgets it when told', async () => {
    const journal = openLedgerJournal(folder)
    for (const text of ['one', 'two']) journal.write(entry(text))
    journal.flush()
    const [name] = await readdir(folder)
    // No process has this number.
    const dead = join(folder, name!.replace(/^\d+/, '999999999'))
    await rename(join(folder, name!), dead)
    await writeFile(dead, `${await readFile(dead, 'utf8')}{"tenantId":"cut o`)
    const [left, ...others] = journal.left()
    expect(others).toEqual([])
    expect(left!.entries).toEqual([entry('one'), entry('two')])
    left!.forget()
    expect(journal.left()).toEqual([])
  })

  it('removes a file once all that is in it is in the database, and not before', async () => {
    const journal = openLedgerJournal(folder)
    const forgets = ['one', 'two'].map((text) => journal.write(entry(text))!)
    journal.flush()
    forgets[0]!()
    journal.close()
    expect(await readdir(folder)).toHaveLength(1)
    forgets[1]!()
    expect(await readdir(folder)).toHaveLength(0)
  })

  it('says so when there is no place to write', async () => {
    const journal = openLedgerJournal(folder)
    await rm(folder, { recursive: true })
    expect(journal.write(entry('one'))).toBeUndefined()
  })
})
