import { Link } from '@tanstack/react-router'
import { Disc } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call } from '#api/shapes.ts'
import type { Column } from '#ui/row-table.tsx'
import { When } from '#ui/when.tsx'
import { length, number } from '#words/figures.ts'
import { CallStatus } from './call-status.tsx'
import { OtherParty } from './other-party.tsx'

/** What a list says of each call. */
export function useCallColumns(): Column<Call>[] {
  const { t, i18n } = useTranslation()
  return useMemo<Column<Call>[]>(
    () => [
      {
        name: 'agent',
        head: t('calls.agent'),
        width: 'minmax(0,2fr)',
        cell: (call) => (
          <>
            <Link to="/calls/$callId" params={{ callId: call.id }} className="block w-fit max-w-full truncate font-medium hover:underline">
              {call.agentName}
            </Link>
            <OtherParty call={call} className="text-xs text-ink-3 md:hidden" />
            <span className="block truncate text-xs text-ink-3 max-md:hidden">
              {call.version === null ? t('calls.draft') : t('calls.version', { version: call.version })}
              {call.channel === 'phone' && ` · ${t(`phone.direction.${call.direction}`)}`}
            </span>
          </>
        ),
      },
      { name: 'other', head: t('phone.other'), width: 'minmax(9rem,1.2fr)', lean: true, cell: (call) => <OtherParty call={call} /> },
      { name: 'status', head: t('calls.status_label'), width: 'clamp(5.5rem,18vw,8rem)', cell: (call) => <CallStatus call={call} /> },
      {
        name: 'recorded',
        head: <span className="sr-only">{t('calls.recording')}</span>,
        width: '1.5rem',
        lean: true,
        cell: (call) => call.hasRecording && <Disc role="img" aria-label={t('calls.recording_yes')} className="size-4 text-ink-3" />,
      },
      { name: 'turns', head: t('calls.turns'), width: '4rem', lean: true, right: true, cell: (call) => number(call.turnCount) },
      {
        name: 'duration',
        head: t('calls.duration'),
        width: '4rem',
        lean: true,
        right: true,
        cell: (call) => (call.durationMs === null ? '' : length(call.durationMs)),
      },
      {
        name: 'started',
        head: t('calls.started'),
        width: 'minmax(4.5rem,8rem)',
        right: true,
        cell: (call) => <When at={call.startedAt} />,
      },
    ],
    [t, i18n.language],
  )
}
