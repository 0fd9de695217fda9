import { useTranslation } from 'react-i18next'
import type { Call } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'

export const callStatuses = ['queued', 'ringing', 'live', 'ended', 'dropped', 'busy', 'no-answer', 'failed'] as const satisfies readonly Call['status'][]
/** Those of a call that is not over. */
export const goingOn = ['queued', 'ringing', 'live'] as const satisfies readonly Call['status'][]

const tones: Partial<Record<Call['status'], Tone>> = { dropped: 'warn', busy: 'warn', 'no-answer': 'warn', failed: 'bad' }

/** Whether a call is not over yet. */
export const goesOn = ({ status }: Pick<Call, 'status'>): boolean => goingOn.some((it) => it === status)

/** Whether a call waits, rings, goes on, is over, broke off, or never came about. */
export function CallStatus({ call }: { call: Pick<Call, 'status'> }) {
  const { t } = useTranslation()
  const words = t(`calls.status.${call.status}`)
  if (goesOn(call))
    return (
      <Badge tone={call.status === 'live' ? 'bad' : 'info'}>
        <span aria-hidden className={`size-1.5 animate-breathe rounded-full ${call.status === 'live' ? 'bg-live' : 'bg-current'}`} />
        {words}
      </Badge>
    )
  return <Badge tone={tones[call.status] ?? 'neutral'}>{words}</Badge>
}
