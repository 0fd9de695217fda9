import { expect, test } from 'vitest'
import type { CallTurn } from '#api/shapes.ts'
import { withTurn, withWords } from './talk-view.ts'

const other = { id: '01a1fcc7-0000-7000-8000-000000000002', name: 'Accounts' }
const turn = (id: string, speaker: CallTurn['speaker']): CallTurn => ({
  id,
  speaker,
  text: 'Hello.',
  language: 'en',
  sources: [],
  refused: false,
  interrupted: false,
  brainTurnId: null,
  move: null,
  atMs: 0,
  latency: null,
})
const said = { waitedMs: undefined }

test('the turn in which a call is handed over stays with the first agent, the next ones are the other one’s', () => {
  let turns = withWords([], { id: 'a', text: 'I am handing you over.', ...said, by: undefined })
  turns = withTurn(turns, { turn: turn('a', 'agent'), ...said, by: other })
  turns = withTurn(turns, { turn: turn('b', 'caller'), ...said, by: other })
  turns = withTurn(turns, { turn: turn('c', 'agent'), ...said, by: other })
  expect(turns.map((it) => it.by?.name)).toEqual([undefined, undefined, 'Accounts'])
})
test('a turn told again is not shown twice', () => {
  const once = withTurn([], { turn: turn('a', 'agent'), waitedMs: 120, by: undefined })
  const twice = withTurn(once, { turn: { ...turn('a', 'agent'), text: 'Hel' }, waitedMs: 300, by: undefined })
  expect(twice).toMatchObject([{ id: 'a', text: 'Hel', waitedMs: 120 }])
})
