import { useTranslation } from 'react-i18next'
import type { Creation, CreationStep } from '#api/shapes.ts'
import { number } from '#words/figures.ts'
import { currentLanguage } from '#words/language.ts'

/** What a step of building an agent does or did, for people. The server's own sentence says most, and is English; other languages tell what its figures tell. */
export function useStepSentence(creation: Creation): (step: CreationStep) => string {
  const { t, i18n } = useTranslation()
  return (step) => {
    if (currentLanguage() === 'en') return step.sentence
    const { name, status, fault, done, of } = step
    if (fault && i18n.exists(`faults.${fault}`)) return (t as (key: string) => string)(`faults.${fault}`)
    const counted = name === 'crawl' || name === 'extract'
    if (status === 'running' && counted) return done === null || of === null ? '' : t(`building.said.${name}_running`, { done: number(done), of: number(of) })
    if (status === 'done' && counted) return done === null ? '' : t(`building.said.${name}_done`, { count: done, shown: number(done) })
    if (name === 'number' && status === 'done') return t('building.said.number_done', { number: /\+\d+/.exec(step.sentence)?.[0] ?? '' })
    // One that broke off gave back the number it had; what is missing is told below.
    const brokeOff = creation.status === 'failed' || creation.status === 'cancelled'
    if (name === 'number' && status === 'skipped') return brokeOff ? '' : t('building.said.number_skipped')
    if (status === 'done') return name === 'generate' ? t('building.said.generate_done') : t('building.said.deploy_done')
    // Without a fault somebody stopped it.
    return status === 'failed' ? (fault ? step.sentence : t('building.status.cancelled')) : ''
  }
}
