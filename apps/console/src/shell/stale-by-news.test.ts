import { expect, test } from 'vitest'
import { staleBy } from './stale-by-news.ts'
import { topicsShown } from './topics-shown.ts'

test('news of one thing makes its lists and itself old, and nothing of its neighbours', () => {
  const stale = staleBy([{ kind: 'agent', id: 'a' }])
  expect(
    [
      ['agents', {}],
      ['agent', 'a', 'versions'],
      ['audit', {}],
    ].map(stale),
  ).toEqual([true, true, true])
  expect([['agent', 'b'], ['calls', {}], ['me']].map(stale)).toEqual([false, false, false])
})
test('a call that is over leaves callers, questions and costs behind', () => {
  const stale = staleBy([{ kind: 'call', id: 'c' }])
  expect([['calls', 'overview'], ['callers', ''], ['unanswered', undefined, 'open'], ['usage'], ['call', 'c']].every(stale)).toBe(true)
  expect(stale(['call', 'd'])).toBe(false)
})
test('when more was missed than is remembered everything is old', () => {
  expect(staleBy([{ kind: 'all', id: null }])(['voices'])).toBe(true)
})
test('a word of a topic makes what shows it old, and no log of acts', () => {
  const stale = staleBy([], ['app'])
  expect(
    [
      ['apps', {}],
      ['app', 'a', 'uses', 'day'],
    ].every(stale),
  ).toBe(true)
  expect(
    [
      ['audit', {}],
      ['calls', {}],
    ].some(stale),
  ).toBe(false)
})
test('what is on the screen tells which topics are looked at', () => {
  expect(topicsShown(new Set(['me', 'traffic', 'runs', 'limits']))).toEqual(['tool-run', 'traffic'])
  expect(topicsShown(new Set(['me']))).toEqual([])
})
test('what goes on is told of while it is on the screen: a call with its turns, a simulation with its calls, services', () => {
  expect(topicsShown(new Set(['call', 'simulation', 'services']))).toEqual(['simulation', 'call', 'services'])
  expect(staleBy([], ['call'])(['call', 'c'])).toBe(true)
  expect(staleBy([], ['simulation'])(['simulation', 's'])).toBe(true)
  expect(staleBy([], ['services'])(['services'])).toBe(true)
})
test('a kind nobody knows yet is looked for under its own name', () => {
  expect(staleBy([{ kind: 'access', id: null }])(['access'])).toBe(true)
})
