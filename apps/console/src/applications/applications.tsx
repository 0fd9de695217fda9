import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Blocks, Plus, SearchX } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { App } from '#api/shapes.ts'
import { useShortcuts } from '#shell/shortcuts.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { number, percent } from '#words/figures.ts'
import { HealthBadge } from './health-badge.tsx'
import { RegisterApp } from './register-app.tsx'

const healths = ['well', 'failing', 'away', 'unknown'] as const

/** The AI applications of the organisation, with how they do. */
export function Applications() {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate({ from: '/applications' })
  const search = useSearch({ from: '/shell/applications' })
  const [mayRead, mayWrite] = [useMay('apps:read'), useMay('apps:write')]
  const [adding, setAdding] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const health = healths.find((it) => it === search.health)
  const filter = { ...(search.q && { q: search.q }), ...(health && { health }) }
  const list = useInfiniteQuery({
    queryKey: ['apps', filter],
    queryFn: ({ pageParam }) => api.apps.listApps({ ...filter, limit: 100, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
    enabled: mayRead,
  })
  const rows = useMemo(() => list.data?.pages.flatMap((it) => it.items), [list.data])
  const open = (app: App) => void navigate({ to: '/applications/$appId', params: { appId: app.id }, search: {} })
  const narrow = (change: Record<string, string | undefined>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  useShortcuts({ '/': () => field.current?.focus(), f: () => field.current?.focus(), ...(mayWrite && { c: () => setAdding(true) }) })
  const columns = useMemo<Column<App>[]>(
    () => [
      {
        name: 'name',
        head: t('applications.name'),
        width: 'minmax(0,3fr)',
        cell: (it) => (
          <>
            <Link to="/applications/$appId" params={{ appId: it.id }} className="block truncate font-medium hover:underline">
              {it.name}
            </Link>
            <span className="block truncate text-xs text-ink-3">
              <code className="font-mono">{it.slug}</code>
              {it.purpose && ` · ${it.purpose}`}
            </span>
          </>
        ),
      },
      {
        name: 'health',
        head: t('applications.health_label'),
        width: 'minmax(7rem,1.2fr)',
        cell: (it) => (it.enabled ? <HealthBadge health={it.health} /> : <Badge>{t('applications.disabled')}</Badge>),
      },
      {
        name: 'version',
        head: t('applications.version'),
        width: 'minmax(0,1.4fr)',
        lean: true,
        cell: (it) => (
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate">{it.active?.name ?? '–'}</span>
            {it.trial && <Badge tone="info">{`${it.trial.name} · ${percent(it.trial.percent / 100)}`}</Badge>}
          </span>
        ),
      },
    ],
    [t, i18n.language],
  )

  if (!mayRead)
    return (
      <Page title={t('applications.title')}>
        <NoAccess />
      </Page>
    )
  const create = mayWrite && (
    <Button look="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      {t('applications.create')}
    </Button>
  )
  const isFiltered = Object.keys(filter).length > 0
  const isBare = rows?.length === 0 && !isFiltered
  return (
    <Page
      flush
      title={t('applications.title')}
      actions={!isBare && create}
      below={
        !isBare && (
          <FilterBar
            ref={field}
            label={t('applications.search')}
            q={search.q ?? ''}
            onQ={(q) => narrow({ q })}
            choices={[
              {
                label: t('applications.health_label'),
                value: health ?? '',
                options: [{ value: '', label: t('applications.any_health') }, ...healths.map((value) => ({ value, label: t(`applications.health.${value}`) }))],
                onChange: (value) => narrow({ health: value }),
              },
            ]}
            count={rows && t('applications.count', { shown: number(rows.length) })}
          />
        )
      }
    >
      {list.error && !rows ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} />
      ) : !rows ? (
        <SkeletonRows />
      ) : rows.length > 0 ? (
        <RowTable
          label={t('applications.title')}
          rows={rows}
          columns={columns}
          keyOf={(it) => it.id}
          onOpen={open}
          onEnd={list.hasNextPage && !list.isFetchingNextPage ? () => void list.fetchNextPage() : undefined}
        />
      ) : isFiltered ? (
        <Empty icon={SearchX} title={t('applications.none_match')} body={t('applications.none_match_body')}>
          <Button onClick={() => void navigate({ search: {} })}>{t('act.clear_filter')}</Button>
        </Empty>
      ) : (
        <Empty icon={Blocks} title={t('applications.empty')} body={t('applications.empty_body')} sample={<SampleRows />}>
          {create}
        </Empty>
      )}
      {adding && <RegisterApp onClose={() => setAdding(false)} onDone={open} />}
    </Page>
  )
}

/** What the page will hold. */
function SampleRows() {
  const samples = [
    ['price-finder', 'https://prices.example.com/v2', 'well'],
    ['call-summaries', 'https://summaries.example.com', 'well'],
    ['lead-scoring', 'https://scores.example.com/v1', 'failing'],
    ['translations', 'https://translations.example.com', 'well'],
    ['part-numbers', 'https://parts.example.com/v3', 'well'],
  ] as const
  return (
    <ul className="divide-y">
      {samples.map(([slug, url, health]) => (
        <li key={slug} className="flex h-13 items-center gap-4 px-4 text-sm lg:px-6">
          <code className="w-40 font-mono">{slug}</code>
          <span className="min-w-0 flex-1 truncate text-ink-2">{url}</span>
          <HealthBadge health={health} />
        </li>
      ))}
    </ul>
  )
}
