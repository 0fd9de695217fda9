import clsx from 'clsx'
import { Monitor, PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Call } from '#api/shapes.ts'

/** The number of the other side of a telephone call, or who talked in a browser. */
export const otherNumber = (call: Call): string => (call.direction === 'inbound' ? call.from : call.to) ?? call.startedBy

/** Who is at the other end, and which way the call went. */
export function OtherParty({ call, className }: { call: Call; className?: string }) {
  const { t } = useTranslation()
  const Icon = call.channel === 'browser' ? Monitor : call.direction === 'inbound' ? PhoneIncoming : PhoneOutgoing
  return (
    <span className={clsx('flex min-w-0 items-center gap-1.5 tabular-nums', className)}>
      <Icon
        role="img"
        aria-label={call.channel === 'browser' ? t('phone.channel.browser') : t(`phone.direction.${call.direction}`)}
        className="size-3.5 shrink-0 text-ink-3"
      />
      <span className="truncate">{otherNumber(call)}</span>
    </span>
  )
}
