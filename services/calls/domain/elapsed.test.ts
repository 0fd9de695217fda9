import { expect, it } from 'vitest'
import { elapsedMs } from '#domain/elapsed.ts'

const startedAt = new Date('2026-11-21T10:00:00Z')
const hourMs = 3_600_000

it.each([
  ['as the clock says, while nobody has measured', 4_000, null, 4_000],
  ['what was measured and the time until it came back', 130_000, 100_000, 130_000],
  ['no less than what was measured when the clock was set back', 100_000 - hourMs, 100_000, 100_000],
  ['no more than it can have waited when the clock was set forward', 110_000 + hourMs, 100_000, 175_000],
  ['nothing when the clock was set back as it began', -hourMs, null, 0],
])('a call has lasted %s', (_what, wallMs, measuredMs, lastedMs) => {
  expect(elapsedMs({ startedAt, now: new Date(startedAt.getTime() + wallMs), measuredMs })).toBe(lastedMs)
})
