import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskOf } from '#dispatch/desk.ts'
import { presentProvider } from '#store/present.ts'
import { openDispatch } from '#test/dispatch-house.ts'
import { modelFaults } from '#test/scripted-model.ts'

const second = 1_000

describe('a model that keeps failing', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  const withModel = async () => {
    const tenant = it_.openTenant()
    const { id } = await tenant.add('one')
    return { ...tenant, id, row: async () => (await tenant.rows()).find((row) => row.id === id)! }
  }

  it('is left alone after three failures, tried once after its rest, and in use again once it works', async () => {
    const { ask, flush, row } = await withModel()
    it_.model.play({ fault: modelFaults.down() })
    for (let turn = 0; turn < 5; turn++) await ask()
    expect(it_.model.models).toHaveLength(3)
    await flush()
    expect(await row()).toMatchObject({ health: 'failing', failures: 3, last_error: 'The language model has a failure of its own (status 503).' })
    expect(presentProvider(await row(), 0, new Date('2026-11-18T06:30:05Z')).health).toBe('resting')
    it_.wait(11 * second)
    expect(presentProvider(await row(), 0, new Date('2026-11-18T06:30:11Z')).health).toBe('failing')
    for (let turn = 0; turn < 3; turn++) await ask()
    expect(it_.model.models).toHaveLength(4)
    it_.wait(15 * second)
    await ask()
    expect(it_.model.models).toHaveLength(4)
    it_.wait(10 * second)
    it_.model.play({ say: ['Back.'] })
    expect((await ask()).text).toBe('Back.')
    expect((await ask()).text).toBe('Back.')
    await flush()
    expect(await row()).toMatchObject({ health: 'well', failures: 0, last_error: null, failed_at: null })
  })

  it('is tried by one request alone after its rest; the others do not wait for it', async () => {
    const { ask } = await withModel()
    it_.model.play({ fault: modelFaults.wrongKey() })
    await ask()
    it_.wait(11 * second)
    it_.model.play({ waitMs: 60, say: ['Back.'] })
    const heard = await Promise.all([ask(), ask(), ask()])
    expect(heard.map((it) => it.text).sort()).toEqual(['', '', 'Back.'])
    expect((await ask()).text).toBe('Back.')
  })

  it.each([
    ['refuses its key', { fault: modelFaults.wrongKey() }, 1],
    ['is asked too much', { fault: modelFaults.tooMany() }, 1],
    ['is silent', { hangs: true }, 2],
    ['answers nothing', { say: [] }, 3],
    ['breaks off', { say: ['Hello'], fault: modelFaults.broke() }, 3],
  ] as const)('rests sooner the more it costs callers: one that %s', async (_, script, turns) => {
    const { ask } = await withModel()
    it_.model.play({ ...script, say: 'say' in script ? [...script.say] : [] })
    for (let turn = 0; turn < 6; turn++) await ask({ firstPieceMs: 60 })
    expect(it_.model.models).toHaveLength(turns)
  })

  it('is not left alone for what callers say', async () => {
    const { ask, flush, row } = await withModel()
    it_.model.play({ fault: modelFaults.filtered() })
    for (let turn = 0; turn < 6; turn++) await ask()
    expect(it_.model.models).toHaveLength(6)
    await flush()
    expect(await row()).toMatchObject({ failures: 0, health: 'unknown' })
  })

  it('is left alone by every process, and after a restart, once that is stored', async () => {
    const { ask, flush } = await withModel()
    it_.model.play({ fault: modelFaults.wrongKey() })
    await ask({ process: 'a' })
    await flush('a')
    await ask({ process: 'b' })
    expect(it_.model.models).toHaveLength(1)
    it_.wait(11 * second)
    it_.model.play({ say: ['Back.'] })
    expect((await ask({ process: 'b' })).text).toBe('Back.')
    await flush('b')
    expect((await ask({ process: 'a' })).text).toBe('Back.')
    expect((await ask({ process: 'c' })).text).toBe('Back.')
  })

  it('is asked again at once when its key changed; what the old one did is not held against it', async () => {
    const { ask, flush, row, change, id, contextIn, caller } = await withModel()
    it_.model.play({ fault: modelFaults.wrongKey() })
    await ask()
    const renewed = contextIn().vault.seal(caller.tenantId!, 'sk-renewed')
    await change(id, { sealed_key: renewed, health: 'unknown', failures: 0, failed_at: null, last_error: null })
    await flush()
    expect(await row()).toMatchObject({ failures: 0, health: 'unknown', last_error: null })
    deskOf(contextIn()).circuits.forget(id)
    it_.model.play({ say: ['Hello.'] })
    expect((await ask()).text).toBe('Hello.')
    expect(it_.model.keys.at(-1)).toBe('sk-renewed')
  })
})
