import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, describe, it } from 'vitest'
import { BrokenOff } from '#dispatch/broken-off.ts'
import { openDispatch } from '#test/dispatch-house.ts'
import { modelFaults, type Script } from '#test/scripted-model.ts'

const faults = Object.values(modelFaults)

/** Everything a model may do, good and bad. */
const anyScript = fc.record<Script>(
  {
    waitMs: fc.constantFrom(1, 1, 5, 40),
    say: fc.array(fc.constantFrom('Hello', ' ', '', 'नमस्ते', '\0', '👩‍👩‍👧', 'x'.repeat(5_000)), { maxLength: 4 }),
    fault: fc.constantFrom(...faults.map((fault) => fault()), new TypeError('?')),
    hangs: fc.boolean(),
    endless: fc.constant(false),
    deaf: fc.boolean(),
    usage: fc.record({ inputTokens: fc.nat(1_000), outputTokens: fc.nat(1_000) }),
  },
  { requiredKeys: [] },
)

describe('whatever models do', () => {
  let it_: Awaited<ReturnType<typeof openDispatch>>
  beforeAll(async () => void (it_ = await openDispatch()), 60_000)
  afterAll(() => it_.close())
  beforeEach(() => it_.model.forget())

  it('a request comes to an end, speaks with one voice, and lets every model go', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyScript, { minLength: 1, maxLength: 4 }), fc.constantFrom('reply', 'judge'), async (scripts, purpose) => {
        it_.model.forget()
        const tenant = it_.openTenant()
        for (const [at, script] of scripts.entries()) {
          await tenant.add(`m${at}`)
          it_.model.play(script, `m${at}`)
        }
        const { text, answered, error, pieces } = await tenant.ask({ purpose, firstPieceMs: 25, deadlineMs: 120 })
        if (error !== undefined) expect(error).toBeInstanceOf(BrokenOff)
        const who = answered ?? (error instanceof BrokenOff ? { name: error.model } : undefined)
        // Words were heard if and only if somebody spoke, and they are a beginning of that model's own.
        expect(text.trim() !== '').toBe(who !== undefined)
        if (who === undefined) expect(pieces).toEqual([])
        else {
          const { say = [] } = scripts[Number(who.name.at(-1))]!
          const whole = say.map((it) => (typeof it === 'string' ? it : '')).join('')
          expect(whole.startsWith(text)).toBe(true)
          if (answered) expect(whole).toBe(text)
        }
        expect(it_.model.letGo).toBe(it_.model.models.length)
        expect(it_.model.models.length).toBeLessThanOrEqual(2 * scripts.length)
      }),
      { numRuns: 60 },
    )
  })
})
