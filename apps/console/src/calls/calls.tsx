import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { AudioLines, Disc, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api } from '#api/client.ts'
import type { Call } from '#api/shapes.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, length, moment, number } from '#words/figures.ts'
import { CallStatus, callStatuses } from './call-status.tsx'

/** Every conversation with an agent, newest first. */
export function Calls() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/calls' })
  const search = useSearch({ from: '/shell/calls' })
  const agents = useQuery(agentsQuery())
  const status = callStatuses.find((it) => it === search.status)
  const filter = { ...(search.agent && { agentId: search.agent }), ...(status && { status }) }
  const filtered = Object.keys(filter).length > 0
  const list = useInfiniteQuery({
    queryKey: ['calls', filter],
    queryFn: ({ pageParam }) => api.calls.listCalls({ ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    refetchInterval: (query) => (query.state.data?.pages[0]?.items.some((it) => it.status === 'live') ? 5000 : 30_000),
    placeholderData: (before) => before,
  })
  const calls = useMemo(() => list.data?.pages.flatMap((it) => it.items), [list.data])
  const narrow = (change: { agent?: string | undefined; status?: string | undefined }) =>
    void navigate({
      search: (before: { agent?: string; status?: string }) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
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
            <span className="block truncate text-xs text-ink-3">
              {call.version === null ? t('calls.draft') : t('calls.version', { version: call.version })} · {call.startedBy}
            </span>
          </>
        ),
      },
      { name: 'status', head: t('calls.status_label'), width: '6.5rem', cell: (call) => <CallStatus call={call} /> },
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
      below={
        <FilterBar
          choices={[
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
    </Page>
  )
}
