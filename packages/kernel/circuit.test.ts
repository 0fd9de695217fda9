import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterFailure, circuitStateOf, closedCircuit, restsUntil } from '#circuit.ts'

const second = 1_000

describe('a circuit', () => {
  const failures = fc.array(fc.record({ weight: fc.constantFrom(1, 2, 3), afterMs: fc.integer({ min: 0, max: 300_000 }) }), { minLength: 1, maxLength: 40 })

  it('rests only after enough failures, never longer than two minutes, and is always tried again', () => {
    fc.assert(
      fc.property(failures, (those) => {
        let now = 0
        let circuit = closedCircuit
        for (const { weight, afterMs } of those) {
          now += afterMs
          circuit = afterFailure(circuit, weight, now)
          const until = restsUntil(circuit)
          expect(circuitStateOf(circuit, now) === 'resting').toBe(circuit.failures >= 3)
          if (until !== null) {
            expect(until - now).toBeLessThanOrEqual(120_000)
            expect(until - now).toBeGreaterThanOrEqual(10_000)
            expect(circuitStateOf(circuit, until)).toBe('half_open')
          }
        }
      }),
    )
  })

  it('rests longer with each failure after a rest', () => {
    let circuit = afterFailure(closedCircuit, 3, 0)
    const rests: number[] = []
    for (let at = 0; at < 6; at++) {
      const until = restsUntil(circuit)!
      rests.push((until - circuit.failedAt!) / second)
      circuit = afterFailure(circuit, 1, until)
    }
    expect(rests).toEqual([10, 20, 40, 80, 120, 120])
  })

  it('is tried when the clock was set back, not hours later', () => {
    const circuit = afterFailure(closedCircuit, 3, 3_600_000)
    expect([circuitStateOf(circuit, 3_601_000), circuitStateOf(circuit, 1_000)]).toEqual(['resting', 'half_open'])
  })

  it('forgets failures that are far apart', () => {
    expect(afterFailure(afterFailure(afterFailure(closedCircuit, 1, 0), 1, 31_000), 1, 62_000).failures).toBe(1)
  })
})
