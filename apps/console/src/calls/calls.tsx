import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { AudioLines, Disc, PhoneOutgoing, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Call } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, length, moment, number } from '#words/figures.ts'
import { CallStatus, callStatuses, goingOn } from './call-status.tsx'
import { OtherParty } from './other-party.tsx'
import { PlaceCall } from './place-call.tsx'

const channels = ['phone', 'browser'] as const
const directions = ['inbound', 'outbound'] as const

/** Every conversation with an agent, newest first. */
export function Calls() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/calls' })
  const search = useSearch({ from: '/shell/calls' })
  const agents = useQuery(agentsQuery())
  const mayCall = useMay('calls:write')
  const [calling, setCalling] = useState(false)
  useShortcuts(mayCall ? { c: () => setCalling(true) } : {})
  const status = callStatuses.find((it) => it === search.status)
  const channel = channels.find((it) => it === search.channel)
  const direction = directions.find((it) => it === search.direction)
  const which = { ...(search.agent && { agentId: search.agent }), ...(channel && { channel }), ...(direction && { direction }) }
  const filter = { ...which, ...(status && { status }) }
  const filtered = Object.keys(filter).length > 0
  const list = useInfiniteQuery({
    queryKey: ['calls', filter],
    queryFn: ({ pageParam }) => api.calls.listCalls({ ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })
  // A call that has been going on for long is not among the newest; so those that go on are asked for by themselves and stand on top.
  const going = useQuery({
    queryKey: ['calls', 'going on', which],
    queryFn: async () => (await Promise.all(goingOn.map((it) => api.calls.listCalls({ ...which, status: it, limit: 50 })))).flatMap((it) => it.items),
    enabled: !status,
    placeholderData: (before) => before,
  })
  const live = status ? undefined : going.data
  const calls = useMemo(() => {
    const all = list.data?.pages.flatMap((it) => it.items)
    return all && live ? [...live, ...all.filter((it) => !live.some((one) => one.id === it.id))] : all
  }, [list.data, live])
  const narrow = (change: Record<string, string | undefined>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })

  const columns = useMemo<Column<Call>[]>(
    () => [
      {
        name: 'agent',
        head: t('calls.agent'),
        width: 'minmax(0,2fr)',
        cell: (call) => (
          <>
            <Link to="/calls/$callId" params={{ callId: call.id }} className="block truncate font-medium hover:underline">
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
        cell: (call) => (
          <time dateTime={call.startedAt} title={fullMoment(call.startedAt)} className="text-ink-2">
            {moment(call.startedAt)}
          </time>
        ),
      },
    ],
    [t, i18n.language],
  )

  return (
    <Page
      flush
      title={t('calls.title')}
      badge={
        !!live?.length && (
          <Badge tone="bad">
            <span aria-hidden className="size-1.5 animate-breathe rounded-full bg-live" />
            {t('phone.live_now', { count: live.length })}
          </Badge>
        )
      }
      actions={
        mayCall && (
          <Button look="primary" onClick={() => setCalling(true)} aria-label={t('phone.call')}>
            <PhoneOutgoing aria-hidden />
            <span className="max-sm:hidden">{t('phone.call')}</span>
          </Button>
        )
      }
      below={
        <FilterBar
          choices={[
            {
              label: t('phone.channel_label'),
              value: channel ?? '',
              options: [{ value: '', label: t('phone.any_channel') }, ...channels.map((value) => ({ value, label: t(`phone.channel.${value}`) }))],
              onChange: (value) => narrow({ channel: value }),
            },
            {
              label: t('phone.direction_label'),
              value: direction ?? '',
              options: [{ value: '', label: t('phone.any_direction') }, ...directions.map((value) => ({ value, label: t(`phone.direction.${value}`) }))],
              onChange: (value) => narrow({ direction: value }),
            },
            {
              label: t('calls.agent'),
              value: search.agent ?? '',
              options: [{ value: '', label: t('calls.any_agent') }, ...(agents.data ?? []).map((it) => ({ value: it.id, label: it.name }))],
              onChange: (agent) => narrow({ agent }),
            },
            {
              label: t('calls.status_label'),
              value: status ?? '',
              options: [{ value: '', label: t('calls.any_status') }, ...callStatuses.map((value) => ({ value, label: t(`calls.status.${value}`) }))],
              onChange: (value) => narrow({ status: value }),
            },
          ]}
          count={
            calls &&
            (list.hasNextPage ? t('calls.count_more', { shown: number(calls.length) }) : t('calls.count', { count: calls.length, shown: number(calls.length) }))
          }
        />
      }
    >
      {list.error && !calls ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !calls ? (
        <SkeletonRows />
      ) : calls.length > 0 ? (
        <RowTable
          label={t('calls.title')}
          rows={calls}
          columns={columns}
          keyOf={(it) => it.id}
          onOpen={(it) => void navigate({ to: '/calls/$callId', params: { callId: it.id } })}
          onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : filtered ? (
        <Empty icon={SearchX} title={t('calls.none_match')} body={t('calls.none_match_body')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <Empty icon={AudioLines} title={t('calls.empty')} body={t('calls.empty_body')}>
          <ButtonLink to="/agents" look="primary">
            {t('calls.open_agents')}
          </ButtonLink>
        </Empty>
      )}
      {calling && <PlaceCall onClose={() => setCalling(false)} />}
    </Page>
  )
}
