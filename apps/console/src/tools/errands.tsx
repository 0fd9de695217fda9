import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Check, ClipboardList, RotateCcw, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { agentsQuery } from '#agents/agent-queries.ts'
import { useMay } from '#api/me.ts'
import type { Errand } from '#api/shapes.ts'
import { Badge, type Tone } from '#ui/badge.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Drawer } from '#ui/dialog.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { fullMoment, moment, number } from '#words/figures.ts'
import { ErrandDrawer } from './errand-drawer.tsx'
import { errandFields } from './errand-summary.ts'
import { type ErrandFilter, errandQuery, errandsQuery } from './tool-queries.ts'
import { useSettle } from './use-settle.ts'

const kinds = ['message', 'lead', 'meeting', 'meeting_change', 'meeting_cancellation', 'task', 'callback', 'opt_out'] as const
const states = ['open', 'done'] as const
const tones: Partial<Record<Errand['kind'], Tone>> = { meeting: 'info', meeting_change: 'info', meeting_cancellation: 'warn', opt_out: 'bad', lead: 'ok' }

/** What callers asked for, for the people of the business to do. */
export function Errands() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/tools' })
  const search = useSearch({ from: '/shell/tools' })
  const mayRun = useMay('tools:run')
  const agents = useQuery(agentsQuery())
  const settle = useSettle()
  const kind = kinds.find((it) => it === search.kind)
  const state = states.find((it) => it === search.state)
  const filter: ErrandFilter = { ...(kind && { kind }), ...(state && { state }) }
  const filtered = Object.keys(filter).length > 0
  const list = useInfiniteQuery({ ...errandsQuery(filter), placeholderData: (before) => before })
  const errands = useMemo(() => list.data?.pages.flatMap((it) => it.items), [list.data])
  const names = useMemo(() => new Map(agents.data?.map((it) => [it.id, it.name])), [agents.data])
  const inList = errands?.find((it) => it.id === search.open)
  // A link may lead to one that is far down, or gone.
  const far = useQuery({ ...errandQuery(search.open ?? ''), enabled: !!search.open && !!errands && !inList })
  const shown = inList ?? (search.open ? far.data : undefined)
  const change = (it: { kind?: string | undefined; state?: string | undefined; open?: string | undefined }) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...it }).filter(([, value]) => value)),
      replace: true,
    })

  const columns = useMemo<Column<Errand>[]>(
    () => [
      {
        name: 'what',
        head: t('errands.what'),
        width: 'minmax(0,3fr)',
        cell: (errand) => {
          const [first, ...rest] = errandFields(t, errand)
          return (
            <button type="button" onClick={() => change({ open: errand.id })} className="block w-full min-w-0 text-left">
              <span className={errand.state === 'done' ? 'block truncate text-ink-3' : 'block truncate font-medium'}>
                {first?.value ?? t('errands.no_fields')}
              </span>
              <span className="block truncate text-xs text-ink-3">{rest.map((it) => it.value).join(' · ') || t(`errands.kind.${errand.kind}`)}</span>
            </button>
          )
        },
      },
      {
        name: 'kind',
        head: t('errands.kind_label'),
        width: 'clamp(6rem,14vw,11rem)',
        cell: (errand) => (
          <Badge tone={tones[errand.kind] ?? 'neutral'} className="max-w-full">
            <span className="truncate">{t(`errands.kind.${errand.kind}`)}</span>
          </Badge>
        ),
      },
      {
        name: 'agent',
        head: t('errands.by'),
        width: 'minmax(0,1.2fr)',
        lean: true,
        cell: (errand) => <span className="block truncate text-ink-2">{errand.agentId ? (names.get(errand.agentId) ?? t('errands.deleted_agent')) : ''}</span>,
      },
      {
        name: 'asked',
        head: t('errands.asked'),
        width: '8rem',
        lean: true,
        right: true,
        cell: (errand) => (
          <time dateTime={errand.createdAt} title={fullMoment(errand.createdAt)} className="text-ink-2">
            {moment(errand.createdAt)}
          </time>
        ),
      },
      {
        name: 'state',
        head: <span className="max-md:sr-only">{t('errands.state_label')}</span>,
        width: 'clamp(2.75rem,15vw,8.5rem)',
        right: true,
        cell: (errand) =>
          mayRun ? (
            <Button
              look={errand.state === 'open' ? 'secondary' : 'ghost'}
              onClick={() => settle.mutate(errand)}
              busy={settle.isPending && settle.variables.id === errand.id}
              className="max-md:w-9 max-md:px-0"
            >
              {errand.state === 'open' ? <Check aria-hidden /> : <RotateCcw aria-hidden />}
              <span className="max-md:sr-only">{t(errand.state === 'open' ? 'errands.done' : 'errands.reopen')}</span>
            </Button>
          ) : (
            <Badge tone={errand.state === 'open' ? 'info' : 'neutral'}>{t(`errands.state.${errand.state}`)}</Badge>
          ),
      },
    ],
    [t, i18n.language, names, mayRun, settle.isPending, settle.variables?.id],
  )

  return (
    <>
      <div className="-mt-px shrink-0 border-b bg-surface">
        <FilterBar
          choices={[
            {
              label: t('errands.kind_label'),
              value: kind ?? '',
              options: [{ value: '', label: t('errands.any_kind') }, ...kinds.map((value) => ({ value, label: t(`errands.kind.${value}`) }))],
              onChange: (value) => change({ kind: value }),
            },
            {
              label: t('errands.state_label'),
              value: state ?? '',
              options: [{ value: '', label: t('errands.any_state') }, ...states.map((value) => ({ value, label: t(`errands.state.${value}`) }))],
              onChange: (value) => change({ state: value }),
            },
          ]}
          count={
            errands &&
            (list.hasNextPage
              ? t('errands.count_more', { shown: number(errands.length) })
              : t('errands.count', { count: errands.length, shown: number(errands.length) }))
          }
        />
      </div>
      <div className="min-h-0 flex-1">
        {list.error && !errands ? (
          <Trouble fault={list.error} onRetry={() => void list.refetch()} />
        ) : !errands ? (
          <SkeletonRows />
        ) : errands.length > 0 ? (
          <RowTable
            label={t('tools.tab.errands')}
            rows={errands}
            columns={columns}
            keyOf={(it) => it.id}
            onOpen={(it) => change({ open: it.id })}
            onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
          />
        ) : filtered ? (
          <Empty icon={SearchX} title={t('errands.none_match')} body={t('errands.none_match_body')}>
            <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
          </Empty>
        ) : (
          <Empty icon={ClipboardList} title={t('errands.empty')} body={t('errands.empty_body')} sample={<Sample />}>
            <ButtonLink to="/agents" look="primary">
              {t('errands.empty_act')}
            </ButtonLink>
          </Empty>
        )}
      </div>
      {!shown && search.open && far.error && (
        <Drawer open onOpenChange={() => change({ open: undefined })} title={t('tools.tab.errands')}>
          <Trouble fault={far.error} onRetry={() => void far.refetch()} />
        </Drawer>
      )}
      {shown && (
        <ErrandDrawer
          errand={shown}
          agentName={shown.agentId ? (names.get(shown.agentId) ?? t('errands.deleted_agent')) : undefined}
          settle={mayRun ? () => settle.mutate(shown) : undefined}
          busy={settle.isPending}
          onClose={() => change({ open: undefined })}
        />
      )}
    </>
  )
}

function Sample() {
  const { t } = useTranslation()
  return (
    <div className="divide-y">
      {(['message', 'meeting', 'callback'] as const).map((kind, i) => (
        <div key={kind} className="flex h-13 items-center gap-4 px-4 text-sm lg:px-6">
          <span className="w-2/5 truncate font-medium">{t(`errands.sample_${(i + 1) as 1 | 2 | 3}`)}</span>
          <Badge tone={tones[kind] ?? 'neutral'}>{t(`errands.kind.${kind}`)}</Badge>
        </div>
      ))}
    </div>
  )
}
