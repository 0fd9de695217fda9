import { ApiFault } from '@myna/sdk'
import { useTranslation } from 'react-i18next'

type Told = { sentence: string; code: string; traceId: string | undefined }

/** Turns whatever was thrown into a sentence of the person's language. */
export function useFaultWords(): (fault: unknown) => Told {
  const { t, i18n } = useTranslation()
  return (fault) => {
    if (!(fault instanceof ApiFault)) return { sentence: t('state.unexpected'), code: 'console.unexpected', traceId: undefined }
    // The server's sentence is English; other languages bring their own, where they have one.
    const key = `faults.${fault.code}`
    const sentence = i18n.exists(key) ? (t as (key: string) => string)(key) : fault.message
    return { sentence, code: fault.code, traceId: fault.traceId }
  }
}

/** True if the server answered with this code. */
export function isFault(fault: unknown, ...codes: string[]): fault is ApiFault {
  return fault instanceof ApiFault && codes.includes(fault.code)
}
