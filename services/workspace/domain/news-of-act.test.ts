import { expect, test } from 'vitest'
import { newsOfAct } from './news-of-act.ts'

const id = '01980000-0000-7000-8000-000000000001'

test('an act on a thing is news of that thing', () => {
  expect(newsOfAct(`agent:${id}`)).toEqual({ kind: 'agent', id })
})
test('what is no id of ours is not repeated', () => {
  expect(newsOfAct('tool:book the table of Mrs Sen')).toEqual({ kind: 'tool', id: null })
  expect(newsOfAct('domain:example.com')).toEqual({ kind: 'domain', id: null })
})
test('a subject without a noun is no news', () => {
  expect(['', 'agent', ':x', 'two words:x', `${'a'.repeat(41)}:x`].map(newsOfAct)).toEqual([undefined, undefined, undefined, undefined, undefined])
})
