import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { en } from '#words/en.ts'
import { criterionIsWhole, criterionKinds, criterionWords, emptyCriterion } from './criterion-words.ts'
import { isMoreThanWords, moveWords } from './move-words.ts'

const words = i18next.createInstance()
const config = {
  goals: [{ name: 'check_order', title: 'Check an order', intents: [], phrases: [], slots: [], tool: null, confirm: true, done: { en: 'Done.' } }],
}
beforeAll(() => words.init({ lng: 'en', resources: { en: { translation: en } }, interpolation: { escapeValue: false } }))

test('every kind of check reads as a sentence', () => {
  const sentences = criterionKinds.map((kind) => criterionWords(words.t, emptyCriterion(kind, 'take_message'), config))
  expect(new Set(sentences).size).toBe(criterionKinds.length)
  expect(sentences.filter((it) => it.includes('{{') || it.startsWith('simulations.'))).toEqual([])
})
test('a check names goals and slots as people do', () => {
  expect(criterionWords(words.t, { kind: 'slot', goal: 'check_order', slot: 'order_number', value: 'A 7' }, config)).toBe(
    'Understands Order number as “A 7” for “Check an order”',
  )
})
test('a check that needs words is not whole without them', () => {
  const whole = criterionKinds.filter((kind) => criterionIsWhole(emptyCriterion(kind, 'take_message')))
  expect(whole).toEqual(['refuses', 'never_refuses', 'language', 'reaches', 'never_acts', 'within_turns', 'hands_over'])
  expect(criterionIsWhole({ kind: 'says', text: '  ' })).toBe(false)
})
test('a move tells what was done, by the name of the goal', () => {
  expect(moveWords(words.t, 'acted: check_order', config)).toBe('Done · Check an order')
  expect(moveWords(words.t, 'a_new_kind', config)).toBe('a_new_kind')
  expect([null, 'answered', 'answered: take_message', 'asked: take_message'].map(isMoreThanWords)).toEqual([false, false, false, true])
})
