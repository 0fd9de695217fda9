import { expect, it } from 'vitest'
import { type Rehearsal, rehearsalsOf } from '#mind/rehearsals.ts'

const rehearsal = (): Promise<Rehearsal> => Promise.resolve({ found: [], own: {} as Rehearsal['own'] })
const asked = { conversationId: 'c1', baseId: 'b1', question: 'When are you open?' }
const opened = () => rehearsalsOf({ db: {} as never })

it('gives a rehearsal once, for the same words however they are written', async () => {
  const rehearsals = opened()
  const kept = rehearsal()
  rehearsals.keep({ ...asked, question: 'when are you open' }, kept)
  expect(rehearsals.take(asked)).toBe(kept)
  expect(rehearsals.take(asked)).toBeUndefined()
})

it.each([
  ['other words', { question: 'When are you closed?' }],
  ['another base', { baseId: 'b2' }],
  ['another conversation', { conversationId: 'c2' }],
])('gives none for %s', (_, other) => {
  const rehearsals = opened()
  rehearsals.keep(asked, rehearsal())
  expect(rehearsals.take({ ...asked, ...other })).toBeUndefined()
})

it('gives none to a question outside any conversation', () => {
  const rehearsals = opened()
  rehearsals.keep(asked, rehearsal())
  expect(rehearsals.take({ baseId: 'b1', question: asked.question })).toBeUndefined()
})

it('keeps the latest of a conversation, and makes the oldest make way', () => {
  const rehearsals = opened()
  const later = rehearsal()
  rehearsals.keep({ ...asked, question: 'When' }, rehearsal())
  rehearsals.keep(asked, later)
  for (let at = 0; at < 1_999; at++) rehearsals.keep({ ...asked, conversationId: `other-${at}` }, rehearsal())
  expect(rehearsals.take(asked)).toBe(later)
  rehearsals.keep(asked, later)
  for (let at = 0; at < 2_001; at++) rehearsals.keep({ ...asked, conversationId: `other-${at}` }, rehearsal())
  expect(rehearsals.take(asked)).toBeUndefined()
})
