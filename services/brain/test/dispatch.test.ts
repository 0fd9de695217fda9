import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BrokenOff } from '#dispatch/broken-off.ts'
import { openDispatch, someKey } from '#test/dispatch-house.ts'
import { modelFaults } from '#test/scripted-model.ts'

describe('a request to language models', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  /** An organisation with models of these names, asked in this order. */
  const withModels = async (...names: string[]) => {
    const tenant = it_.openTenant()
    for (const name of names) await tenant.add(name)
    return tenant
  }

  it('is answered by the first model, with its key', async () => {
    const tenant = await withModels('one', 'two')
    it_.model.play({ say: ['Hel', 'lo.'], usage: { inputTokens: 7, outputTokens: 2 } })
    const { text, pieces, answered } = await tenant.ask()
    expect(text).toBe('Hello.')
    expect(pieces.at(-1)).toEqual({ type: 'usage', usage: { inputTokens: 7, outputTokens: 2 } })
    expect(answered).toMatchObject({ name: 'one/one' })
    expect(it_.model.models).toEqual(['one'])
    expect(it_.model.keys).toEqual([someKey])
  })

  it('follows the order as it is at each request, and passes over a model that is switched off', async () => {
    const tenant = await withModels('one', 'two')
    it_.model.play({ say: ['Hi.'] })
    const [one, two] = await tenant.rows()
    await tenant.change(one!.id, { position: 5 })
    expect((await tenant.ask()).answered?.name).toBe('two/two')
    await tenant.change(two!.id, { enabled: false })
    expect((await tenant.ask()).answered?.name).toBe('one/one')
    expect((await tenant.ask({ providers: [{ ...two!, enabled: false }] })).answered).toBeUndefined()
  })

  it('has no answer, and no error, when there is no model or none that works', async () => {
    const tenant = await withModels()
    expect(await tenant.ask()).toMatchObject({ pieces: [], answered: undefined, error: undefined })
    await tenant.add('one')
    it_.model.play({ fault: modelFaults.wrongKey() })
    expect(await tenant.ask()).toMatchObject({ pieces: [], answered: undefined, error: undefined })
  })

  it.each([
    ['cannot be reached', modelFaults.unreachable, 2],
    ['has a failure of its own', modelFaults.down, 1],
    ['refuses the key', modelFaults.wrongKey, 1],
    ['is asked too much', modelFaults.tooMany, 1],
    ['refuses the words', modelFaults.filtered, 1],
    ['throws something else', () => new TypeError('x is not a function'), 1],
  ] as const)('goes to the next model when the first %s', async (_, fault, times) => {
    const tenant = await withModels('one', 'two')
    it_.model.play({ fault: fault() }, 'one')
    it_.model.play({ say: ['Hello.'] }, 'two')
    const { text, answered } = await tenant.ask()
    expect(text).toBe('Hello.')
    expect(answered?.name).toBe('two/two')
    expect(it_.model.models.filter((it) => it === 'one')).toHaveLength(times)
  })

  it.each([
    ['down', modelFaults.down, ['one', 'one']],
    ['unreachable', modelFaults.unreachable, ['one', 'one']],
    ['asked too much', modelFaults.tooMany, ['one']],
    ['refusing the key', modelFaults.wrongKey, ['one']],
  ] as const)('tries an only model again once when that may help (%s)', async (_, fault, asked) => {
    const tenant = await withModels('one')
    it_.model.play([{ fault: fault() }, { say: ['Hello.'] }], 'one')
    const { text } = await tenant.ask()
    expect(it_.model.models).toEqual(asked)
    expect(text).toBe(asked.length > 1 ? 'Hello.' : '')
  })

  it('never tries again once something was said: what broke off is told apart from silence', async () => {
    const tenant = await withModels('one', 'two')
    it_.model.play({ say: ['Hello', ' the'], fault: modelFaults.broke() }, 'one')
    const { text, error } = await tenant.ask()
    expect(text).toBe('Hello the')
    expect(error).toBeInstanceOf(BrokenOff)
    expect(error).toMatchObject({ model: 'one/one', message: 'The language model broke off in the middle of its answer.' })
    expect(it_.model.models).toEqual(['one'])
  })

  it('asks the next model beside a silent one, hears the first to speak and lets the other go', async () => {
    const tenant = await withModels('slow', 'fast')
    it_.model.play({ waitMs: 120_000, say: ['Too late.'] }, 'slow')
    it_.model.play({ say: ['Quick.'] }, 'fast')
    const { text, answered } = await tenant.ask({ firstPieceMs: 400, deadlineMs: 60_000 })
    expect(text).toBe('Quick.')
    expect(answered?.name).toBe('fast/fast')
    expect(it_.model.letGo).toBe(2)
    // It was silent, but nobody waited for it to the end: that is no failure.
    await tenant.flush()
    expect((await tenant.rows())[0]).toMatchObject({ failures: 0 })
  })

  it('hears the first model after all when it speaks before the second', async () => {
    const tenant = await withModels('first', 'second')
    it_.model.play({ waitMs: 200, say: ['First.'] }, 'first')
    it_.model.play({ hangs: true }, 'second')
    expect(await tenant.ask({ firstPieceMs: 300 })).toMatchObject({ text: 'First.', answered: { name: 'first/first' } })
    expect(it_.model.models).toEqual(['first', 'second'])
  })

  it('asks one after the other when no caller waits', async () => {
    const tenant = await withModels('slow', 'fast')
    it_.model.play({ waitMs: 250, say: ['Thorough.'] }, 'slow')
    expect((await tenant.ask({ purpose: 'summary', firstPieceMs: 5_000, deadlineMs: 9_000 })).text).toBe('Thorough.')
    expect(it_.model.models).toEqual(['slow'])
  })

  it.each([false, true])('is over in time when all models are silent, even if they do not care (%s)', async (deaf) => {
    const tenant = await withModels('one', 'two', 'three', 'four')
    it_.model.play({ hangs: true, deaf })
    expect(await tenant.ask({ firstPieceMs: 100 })).toMatchObject({ pieces: [], answered: undefined, error: undefined })
  })

  it('takes blank pieces for silence, and an empty answer for a failure', async () => {
    const tenant = await withModels('blank', 'empty', 'well')
    it_.model.play({ say: ['', '  ', '\n'], endless: true }, 'blank')
    it_.model.play({ say: [], usage: { inputTokens: 1, outputTokens: 0 } }, 'empty')
    it_.model.play({ say: ['Hello.'] }, 'well')
    expect(await tenant.ask()).toMatchObject({ answered: { name: 'well/well' } })
  })

  it('ends a model that never ends, or falls silent, at the deadline', async () => {
    const tenant = await withModels('endless')
    it_.model.play({ say: ['and on '], endless: true })
    const endless = await tenant.ask({ deadlineMs: 150 })
    expect(endless.error).toBeInstanceOf(BrokenOff)
    expect(endless.text).toContain('and on')
    it_.model.play({ say: ['Hello'], hangs: true, deaf: true })
    const silent = await tenant.ask({ deadlineMs: 150 })
    expect(silent).toMatchObject({ text: 'Hello', error: { name: 'BrokenOff', message: 'The language model did not answer in time.' } })
  })

  it('passes on wishes for tools, and is offered none when there are none', async () => {
    const tenant = await withModels('one')
    const call = { type: 'call' as const, call: { callId: 'a', name: 'find_slot', arguments: { day: 'Monday' } } }
    it_.model.play({ say: [call] })
    expect((await tenant.ask()).pieces).toEqual([call])
    expect(it_.model.tools).toEqual([undefined])
  })

  it('stops at once when the caller goes away, which is no failure of the model', async () => {
    const tenant = await withModels('one')
    it_.model.play({ hangs: true, deaf: true })
    for (const say of [[], ['Hello']]) {
      it_.model.play({ say, hangs: true, deaf: true })
      const gone = new AbortController()
      setTimeout(() => gone.abort(new Error('gone')), 30)
      expect((await tenant.ask({ signal: gone.signal, firstPieceMs: 5_000, deadlineMs: 9_000 })).error).toMatchObject({ message: 'gone' })
    }
    await tenant.flush()
    expect((await tenant.rows())[0]).toMatchObject({ failures: 0, last_error: null })
  })

  it('lets a model go when whoever listens has heard enough, and counts it as working', async () => {
    const tenant = await withModels('one')
    it_.model.play({ say: ['One.', ' Two.', ' Three.'], hangs: true })
    expect((await tenant.ask({ upTo: 2 })).text).toBe('One. Two.')
    await tenant.flush()
    expect((await tenant.rows())[0]).toMatchObject({ health: 'well' })
    expect(it_.model.letGo).toBe(1)
  })

  it('says what to do when a key can no longer be read, and never holds a key in log, fault or row', async () => {
    const tenant = it_.openTenant()
    const other = it_.openTenant()
    const { sealed_key } = await other.add('other')
    await tenant.add('one', { sealed_key })
    it_.model.play({ fault: modelFaults.wrongKey() })
    expect((await tenant.ask()).answered).toBeUndefined()
    await tenant.add('two')
    await tenant.ask()
    await tenant.flush()
    expect((await tenant.rows())[0]?.last_error).toBe('The key of this provider can no longer be read. Enter it again.')
    expect(it_.logged.join()).toContain('a language model failed')
    expect(it_.logged.join() + JSON.stringify(await tenant.rows())).not.toContain(someKey)
    expect(it_.logged.join()).not.toContain('haircut')
  })
})
