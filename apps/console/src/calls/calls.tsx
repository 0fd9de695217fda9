import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { AudioLines, PhoneOutgoing } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import { useEndless } from '#api/use-endless.ts'
import type { Call } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { ListBody } from '#ui/list-body.tsx'
import { Page } from '#ui/page.tsx'
import { RowTable } from '#ui/row-table.tsx'
import { SavedViews } from '#ui/saved-views.tsx'
import { Empty } from '#ui/states.tsx'
import { useNarrow } from '#ui/use-narrow.ts'
import { everything } from '#ui/view-address.ts'
import { moment, number } from '#words/figures.ts'
import { CallActs, DeleteCalls } from './call-acts.tsx'
import { useCallColumns } from './call-columns.tsx'
import { callStatuses, goingOn } from './call-status.tsx'

// What opens over the list comes when it is asked for.
const CallDrawer = lazy(() => import('./call-drawer.tsx').then((it) => ({ default: it.CallDrawer })))
const PlaceCall = lazy(() => import('./place-call.tsx').then((it) => ({ default: it.PlaceCall })))

const channels = ['phone', 'browser'] as const
const directions = ['inbound', 'outbound'] as const

const idOf = (it: Call) => it.id

/** Every conversation with an agent, newest first. */
export function Calls() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/calls' })
  const agents = useQuery(agentsQuery())
  const mayCall = useMay('calls:write')
  const [calling, setCalling] = useState(false)
  const [leaving, setLeaving] = useState<readonly Call[]>()
  useShortcuts(mayCall ? { c: () => setCalling(true) } : {})
  const status = callStatuses.find((it) => it === search.status)
  const channel = channels.find((it) => it === search.channel)
  const direction = directions.find((it) => it === search.direction)
  const which = { ...(search.agent && { agentId: search.agent }), ...(channel && { channel }), ...(direction && { direction }) }
  const filter = { ...which, ...(status && { status }) }
  const filtered = Object.keys(filter).length > 0
  const list = useEndless<Call>({ key: ['calls', filter], ask: (page) => api.calls.listCalls({ ...filter, ...page }), idOf })
  // A call that has been going on for long is not among the newest; so those that go on are asked for by themselves and stand on top.
  const going = useQuery({
    queryKey: ['calls', 'going on', which],
    queryFn: async () => (await Promise.all(goingOn.map((it) => api.calls.listCalls({ ...which, status: it, limit: 50 })))).flatMap((it) => it.items),
    enabled: !status,
    placeholderData: (before) => before,
  })
  const live = status ? undefined : going.data
  const calls = useMemo(() => {
    if (!list.items || !live?.length) return list.items
    const above = new Set(live.map(idOf))
    return [...live, ...list.items.filter((it) => !above.has(it.id))]
  }, [list.items, live])
  const narrow = useNarrow()
  const columns = useCallColumns()
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
          views={<SavedViews list="calls" />}
          count={
            calls &&
            (list.hasMore ? t('calls.count_more', { shown: number(calls.length) }) : t('calls.count', { count: calls.length, shown: number(calls.length) }))
          }
        />
      }
    >
      <ListBody
        rows={calls}
        error={list.error}
        onRetry={() => void list.refetch()}
        noMatch={
          filtered
            ? {
                title: t('calls.none_match'),
                body: t('calls.none_match_body'),
                onClear: () => narrow({ agent: undefined, channel: undefined, direction: undefined, status: undefined, view: everything }),
              }
            : undefined
        }
        empty={
          <Empty icon={AudioLines} title={t('calls.empty')} body={t('calls.empty_body')}>
            <ButtonLink to="/agents" look="primary">
              {t('calls.open_agents')}
            </ButtonLink>
          </Empty>
        }
      >
        {(shown) => (
          <RowTable
            plain
            label={t('calls.title')}
            rows={shown}
            columns={columns}
            keyOf={idOf}
            answerTo={JSON.stringify(filter)}
            openKey={search.open}
            onOpen={(it) => narrow({ open: it.id }, { push: true })}
            onEnd={list.onEnd}
            selection={{ nameOf: (it) => `${it.agentName}, ${moment(it.startedAt)}`, acts: ({ rows }) => <CallActs rows={rows} onDelete={setLeaving} /> }}
          />
        )}
      </ListBody>
      <Suspense>
        {search.open && <CallDrawer key={search.open} callId={search.open} onClose={() => narrow({ open: undefined })} />}
        {leaving && <DeleteCalls calls={leaving} onClose={() => setLeaving(undefined)} />}
        {calling && <PlaceCall onClose={() => setCalling(false)} />}
      </Suspense>
    </Page>
  )
}
