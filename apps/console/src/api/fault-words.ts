import { ApiFault } from '@myna/sdk'
import { useTranslation } from 'react-i18next'
import { number } from '#words/figures.ts'

/** What a person is told of a fault. */
export type Told = { sentence: string; code: string; traceId: string | undefined }

/** Turns whatever was thrown into a sentence of the person's language. */
export function useFaultWords(): (fault: unknown) => Told {
  const { t, i18n } = useTranslation()
  return (fault) => {
    if (!(fault instanceof ApiFault)) return { sentence: t('state.unexpected'), code: 'console.unexpected', traceId: undefined }
    if (isUnreachable(fault)) return { sentence: t('state.away'), code: fault.code, traceId: undefined }
    // Whose id is not known cannot be asked about it.
    if (fault.code === 'server.unexpected' && !fault.traceId) return { sentence: t('state.unexpected'), code: fault.code, traceId: undefined }
    // The server's sentence is English; other languages bring their own, where they have one.
    const key = `faults.${fault.code}`
    const sentence = i18n.exists(key) ? (t as (key: string) => string)(key) : fault.message
    return { sentence, code: fault.code, traceId: fault.traceId }
  }
}

/** True if nothing of Myna answered. */
export function isUnreachable(fault: unknown): boolean {
  return fault instanceof ApiFault && fault.code === 'server.unavailable' && !fault.traceId
}

/** Turns what a contract says of one field into a sentence of the person's language; `form`: of a form as a whole, `meanwhile`: that somebody else saved it. */
export function useProblemWords() {
  const { t } = useTranslation()
  return {
    form: t('state.not_fitting_form'),
    // Its words come later than those of the first page.
    meanwhile: () => t('settings.changed_meanwhile'),
    field(problem: string): string {
      const [, most] = /^Too big: expected string to have <=(\d+)/.exec(problem) ?? []
      if (most) return t('state.too_long', { shown: number(Number(most)) })
      // The words of a schema are for programs; a contract's own are for people.
      return /^(Too |Invalid |Unrecognized )/.test(problem) ? t('state.not_fitting') : problem
    },
  }
}

/** True if the server answered with this code. */
export function isFault(fault: unknown, ...codes: string[]): fault is ApiFault {
  return fault instanceof ApiFault && codes.includes(fault.code)
}
