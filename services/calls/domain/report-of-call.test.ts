import type { ConversationReport } from '@myna/contracts/brain-reports'
import { describe, expect, it } from 'vitest'
import { apology } from '#domain/apology.ts'
import { type Line, reportOfCall } from '#domain/report-of-call.ts'

const told: ConversationReport = {
  language: 'en',
  summary: 'The caller asked “When are you open?” and was told “From 9”.',
  disposition: 'answered',
  sentiment: 'positive',
  actionItems: ['Call back'],
  fields: [{ name: 'name', value: 'Rahul' }],
  quality: 100,
  writtenBy: 'engine',
  writtenAt: '2026-11-18T06:30:00.000Z',
}
const line = (more: Partial<Line> = {}): Line => ({ status: 'ended', answeredBy: null, transferred: false, turns: [], ...more })
const turn = (waitMs: number | null, text = 'From 9.') => ({
  speaker: 'agent' as const,
  text,
  latency: waitMs === null ? null : { endOfSpeechMs: null, answerMs: waitMs, firstAudioMs: 0, heardMs: null },
})

describe('the report of a call', () => {
  it.each([
    ['answered', {}],
    ['answered', { status: 'dropped' }],
    ['transferred', { transferred: true }],
    ['not-connected', { status: 'busy' }],
    ['not-connected', { status: 'no-answer' }],
    ['not-connected', { status: 'failed' }],
    ['voicemail', { answeredBy: 'machine' }],
    ['answered', { answeredBy: 'person' }],
  ] as const)('came out as %s when the line says %j', (disposition, more) => expect(reportOfCall(told, line(more)).disposition).toBe(disposition))

  it('says nothing of a caller where nobody was there', () => {
    for (const language of ['en', 'hi', 'hinglish', 'bn'] as const) {
      const report = reportOfCall({ ...told, language }, line({ answeredBy: 'machine' }))
      expect(report).toMatchObject({ actionItems: [], fields: [], sentiment: 'neutral', quality: 0 })
      expect(report.summary).not.toContain('open')
    }
    expect(reportOfCall({ ...told, disposition: 'done' }, line({ answeredBy: 'machine' })).disposition).toBe('done')
  })

  it.each([
    [100, [turn(200), turn(1_500)]],
    [93, [turn(3_250)]],
    [85, [turn(5_000), turn(9_000)]],
    [100, [turn(100), turn(100), turn(9_000)]],
    [90, [turn(null, apology.hi)]],
    [100, [turn(null)]],
  ])('is worth %i by the time and troubles of its turns', (quality, turns) => expect(reportOfCall(told, line({ turns })).quality).toBe(quality))

  it('is worth less when the line broke, and never less than nothing', () => {
    expect(reportOfCall(told, line({ status: 'dropped' })).quality).toBe(90)
    expect(reportOfCall({ ...told, quality: 5 }, line({ status: 'dropped' })).quality).toBe(0)
  })

  it('is no more than its contract has', () => expect(reportOfCall(told, line())).not.toHaveProperty('language'))
})
