import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binBounds, binOf, emptyBins, quantileOf } from './bins.ts'
import { presentTraffic, spanOf, stepMs } from './present-traffic.ts'
import { createRecent } from './recent.ts'
import { createTally } from './tally.ts'

const durations = fc.array(fc.double({ min: 0, max: 29_999, noNaN: true }), { minLength: 1, maxLength: 200 })

describe('bins', () => {
  it('hold each duration between their bounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (ms) => {
        const bin = binOf(ms)
        expect(ms <= (binBounds[bin] ?? Number.POSITIVE_INFINITY) && ms >= (binBounds[bin - 1] ?? 0)).toBe(true)
      }),
    )
  })

  it('tell a quantile within the bin it lies in', () => {
    fc.assert(
      fc.property(durations, fc.constantFrom(0.5, 0.95, 0.99), (some, share) => {
        const bins = emptyBins()
        for (const ms of some) bins[binOf(ms)]!++
        const exact = some.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * some.length) - 1)]!
        const told = quantileOf(bins, share)!
        const bin = binOf(exact)
        expect(told).toBeGreaterThanOrEqual(binBounds[bin - 1] ?? 0)
        expect(told).toBeLessThanOrEqual(binBounds[bin]!)
      }),
    )
    expect(quantileOf([], 0.5)).toBeNull()
  })
})

describe('the tally', () => {
  const note = fc.record({
    tenantId: fc.constantFrom('t1', 't2', null),
    route: fc.constantFrom('a.b', 'a.c'),
    keyId: fc.constantFrom('', 'k1'),
    status: fc.constantFrom(200, 404, 503),
    ms: fc.option(fc.integer({ min: 0, max: 50_000 }), { nil: undefined }),
    at: fc.integer({ min: 0, max: 300_000 }),
  })

  it('loses nothing and counts nothing twice, also when what was taken is put back', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 80 }), fc.array(note, { maxLength: 40 }), (first, second) => {
        const tally = createTally()
        for (const it of first) tally.note(it)
        const taken = tally.takeAll()
        expect(tally.size()).toBe(0)
        for (const it of second) tally.note(it)
        for (const cells of taken.values()) tally.putBack(cells)
        const all = [...tally.takeAll().values()].flat()
        expect(all.reduce((sum, it) => sum + it.requests, 0)).toBe(first.length + second.length)
        const timed = [...first, ...second].filter((it) => it.ms !== undefined).length
        expect(all.reduce((sum, it) => sum + it.bins.reduce((a, b) => a + b, 0), 0)).toBe(timed)
        expect(new Set(all.map((it) => JSON.stringify([it.tenantId, it.minute, it.route, it.keyId, it.status]))).size).toBe(all.length)
      }),
    )
  })
})

describe('what is shown', () => {
  it('has every step of its span, and the same sum in each view', () => {
    const now = Date.parse('2026-11-21T12:34:56Z')
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.array(fc.tuple(fc.nat(1000), fc.constantFrom(200, 404, 500), fc.integer({ min: 1, max: 9 })), { maxLength: 30 }),
        (hours, some) => {
          const span = spanOf(new Date(now - hours * 3_600_000).toISOString(), undefined, now)
          const steps = (span.toMs - span.fromMs) / stepMs[span.step]
          const rows = some.map(([at, status, requests]) => ({
            at: new Date(span.fromMs + (at % steps) * stepMs[span.step]),
            route: `r.${at % 3}`,
            of: `k${at % 2}`,
            status,
            requests,
            bins: [requests],
          }))
          const shown = presentTraffic(span, rows)
          expect(shown.series).toHaveLength(steps)
          const all = rows.reduce((sum, it) => sum + it.requests, 0)
          for (const view of [shown.series, shown.routes, [...shown.by.values()], [shown.total]])
            expect(view.reduce((sum, it) => sum + it.requests, 0)).toBe(all)
          expect(shown.codes.reduce((sum, it) => sum + it.requests, 0)).toBe(shown.total.clientErrors + shown.total.serverErrors)
        },
      ),
    )
  })

  it('is as fine as the span allows and as what is kept', () => {
    const now = Date.parse('2026-11-21T12:34:56Z')
    const step = (from: string, to?: string) => spanOf(from, to, now).step
    expect(step('2026-11-21T08:00:00Z')).toBe('minute')
    expect(step('2026-11-20T08:00:00Z')).toBe('hour')
    expect(step('2026-11-01T08:00:00Z', '2026-11-01T09:00:00Z')).toBe('hour')
    expect(step('2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z')).toBe('day')
    expect(step('1970-01-01T00:00:00Z')).toBe('day')
    expect(spanOf('2030-01-01T00:00:00Z', '2020-01-01T00:00:00Z', now).toMs).toBeGreaterThan(spanOf('2030-01-01T00:00:00Z', '2020-01-01T00:00:00Z', now).fromMs)
  })
})

describe('the last minutes', () => {
  it('forget what is older than five', () => {
    const recent = createRecent()
    const minute = 60_000
    for (let at = 0; at < 20; at++) recent.note('talk', at % 2 ? 200 : 503, 4, at * minute)
    expect(recent.of('talk', 19 * minute)).toMatchObject({ requests: 5, errors: 2, requestsEver: 20, failuresEver: 10 })
    expect(recent.of('talk', 40 * minute)).toMatchObject({ requests: 0, p50Ms: null })
    expect(recent.of('never', 0)).toMatchObject({ requests: 0, requestsEver: 0 })
  })
})
