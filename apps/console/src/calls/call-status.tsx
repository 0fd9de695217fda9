import { useTranslation } from 'react-i18next'
import type { Call } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'

export const callStatuses = ['live', 'ended', 'dropped'] as const satisfies readonly Call['status'][]

/** Whether a call goes on, is over, or broke off. */
export function CallStatus({ call }: { call: Call }) {
  const { t } = useTranslation()
  if (call.status === 'live')
    return (
      <Badge tone="bad">
        <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-live" />
        {t('calls.status.live')}
      </Badge>
    )
  return <Badge tone={call.status === 'dropped' ? 'warn' : 'neutral'}>{t(`calls.status.${call.status}`)}</Badge>
}
