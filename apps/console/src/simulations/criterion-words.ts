import type { TFunction } from 'i18next'
import { goalTitle, slotTitle } from '#agent/goal-title.ts'
import type { AgentConfig, Criterion } from '#api/shapes.ts'

export const criterionKinds = [
  'says',
  'never_says',
  'refuses',
  'never_refuses',
  'has_source',
  'language',
  'reaches',
  'never_acts',
  'slot',
  'within_turns',
  'hands_over',
  'judged',
] as const satisfies readonly Criterion['kind'][]

/** A criterion as a sentence for people. */
export function criterionWords(t: TFunction, it: Criterion, config: Pick<AgentConfig, 'goals'>): string {
  switch (it.kind) {
    case 'says':
    case 'never_says':
    case 'has_source':
      return t(`simulations.criterion.${it.kind}`, { text: it.text })
    case 'refuses':
      return it.text ? t('simulations.criterion.refuses_to', { text: it.text }) : t('simulations.criterion.refuses')
    case 'language':
      return t('simulations.criterion.language', { language: t(`spoken.${it.language}`) })
    case 'reaches':
      return t('simulations.criterion.reaches', { goal: goalTitle(t, it.goal, config) })
    case 'slot':
      return t('simulations.criterion.slot', { slot: slotTitle(t, it.slot), value: it.value, goal: goalTitle(t, it.goal, config) })
    case 'within_turns':
      return t('simulations.criterion.within_turns', { count: it.count })
    case 'judged':
      return t('simulations.criterion.judged', { question: it.question })
    case 'never_refuses':
    case 'never_acts':
    case 'hands_over':
      return t(`simulations.criterion.${it.kind}`)
  }
}

/** A criterion of a kind before anything of it is filled in. */
export function emptyCriterion(kind: Criterion['kind'], goal: string): Criterion {
  switch (kind) {
    case 'says':
    case 'never_says':
    case 'has_source':
      return { kind, text: '' }
    case 'language':
      return { kind, language: 'en' }
    case 'reaches':
      return { kind, goal }
    case 'slot':
      return { kind, goal, slot: 'name', value: '' }
    case 'within_turns':
      return { kind, count: 8 }
    case 'judged':
      return { kind, question: '' }
    case 'refuses':
    case 'never_refuses':
    case 'never_acts':
    case 'hands_over':
      return { kind }
  }
}

/** Whether all that a criterion needs is filled in. */
export function criterionIsWhole(it: Criterion): boolean {
  if ('text' in it && it.kind !== 'refuses') return it.text.trim() !== ''
  if (it.kind === 'judged') return it.question.trim() !== ''
  if (it.kind === 'slot') return it.goal !== '' && it.slot.trim() !== '' && it.value.trim() !== ''
  if (it.kind === 'reaches') return it.goal !== ''
  return true
}
