import { Globe } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { isFault } from '#api/fault-words.ts'

type Form = { fault?: unknown; general: { sentence: string; traceId: string | undefined } | undefined }

/** What is wrong with a form that asks something of a carrier; that the carrier cannot reach this installation is explained. */
export function CarrierTrouble({ form: { fault, general } }: { form: Form }) {
  const { t } = useTranslation()
  if (!general || !isFault(fault, 'calls.address_not_public')) return <FormTrouble trouble={general} />
  return (
    <div role="alert" className="flex items-start gap-3 rounded-sm bg-info-bg px-3 py-2.5 text-sm text-info">
      <Globe aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid gap-1.5">
        <p className="font-medium">{t('numbers.not_public')}</p>
        <p>{t('numbers.not_public_why', { address: location.origin })}</p>
        <p>{t('numbers.not_public_how', { setting: 'MYNA_PUBLIC_URL' })}</p>
        <p>{t('numbers.not_public_kept')}</p>
      </div>
    </div>
  )
}
