import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartSpline, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api } from '#api/client.ts'
import { useMay } from '#api/me.ts'
import type { Traffic } from '#api/shapes.ts'
import { Choice } from '#ui/choice.tsx'
import { FilterBar } from '#ui/filter-bar.tsx'
import { NoAccess } from '#ui/no-access.tsx'
import { Card, CardHead, Page } from '#ui/page.tsx'
import { Empty, SkeletonRows, Strip, Trouble } from '#ui/states.tsx'
import { clock, fullMoment, moment, number, wait } from '#words/figures.ts'
import { FigureTable } from './figure-table.tsx'
import { bounds, rangeNames, rangeOf } from './ranges.ts'
import { TimeChart } from './time-chart.tsx'

/** Requests to the API: how many, how many failed, how long they took, by route and by key. */
export function TrafficPage() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/traffic' })
  const search = useSearch({ from: '/shell/traffic' })
  const [mayRead, maySeeKeys] = [useMay('traffic:read'), useMay('keys:read')]
  const range = rangeOf(search.range)
  const filter = { ...(search.route && { route: search.route }), ...(search.key && { keyId: search.key }) }
  const shown = useQuery({
    queryKey: ['traffic', range, filter],
    queryFn: () => api.gateway.getTraffic({ ...bounds(range), ...filter }),
    placeholderData: (before) => before,
    enabled: mayRead,
  })
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => allPages((page) => api.identity.listApiKeys(page)), enabled: mayRead && maySeeKeys })
  const keyName = (keyId: string | null) => (keyId === null ? t('traffic.no_key') : (keys.data?.find((it) => it.id === keyId)?.name ?? t('traffic.key_gone')))
  const narrow = (change: Record<string, string | undefined>) =>
    void navigate({
      search: (before: Record<string, string | undefined>) => Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value)),
      replace: true,
    })
  if (!mayRead)
    return (
      <Page title={t('traffic.title')}>
        <NoAccess />
      </Page>
    )
  const { data } = shown
  const updatedAt = new Date(shown.dataUpdatedAt).toISOString()
  return (
    <Page
      title={t('traffic.title')}
      actions={
        data && (
          <time dateTime={updatedAt} title={fullMoment(updatedAt)} className="text-xs text-ink-3 tabular-nums max-sm:hidden">
            {t('traffic.updated', { at: clock(updatedAt) })}
          </time>
        )
      }
      below={
        <>
          {shown.error && data && (
            <Strip tone="warn" role="status">
              <TriangleAlert aria-hidden />
              {t('traffic.stale')}
            </Strip>
          )}
          <FilterBar
            choices={[
              {
                label: t('traffic.route'),
                value: search.route ?? '',
                options: [
                  { value: '', label: t('traffic.every_route') },
                  ...optionsOf(search.route, data?.routes.map((it) => it.route) ?? []).map((value) => ({ value, label: value })),
                ],
                onChange: (route) => narrow({ route }),
              },
              {
                label: t('traffic.key'),
                value: search.key ?? '',
                options: [{ value: '', label: t('traffic.every_key') }, ...(keys.data ?? []).map((it) => ({ value: it.id, label: it.name }))],
                onChange: (key) => narrow({ key }),
              },
            ]}
          >
            <Choice
              label={t('traffic.range_label')}
              value={range}
              options={rangeNames.map((value) => ({ value, label: t(`traffic.range.${value}`) }))}
              onChange={(value) => narrow({ range: value === 'day' ? undefined : value })}
            />
          </FilterBar>
        </>
      }
    >
      <div className="mx-auto grid max-w-320 gap-4">
        {shown.error && !data ? (
          <Trouble fault={shown.error} onRetry={() => void shown.refetch()} />
        ) : !data ? (
          <SkeletonRows />
        ) : data.total.requests === 0 ? (
          <Card>
            <Empty icon={ChartSpline} title={t('traffic.empty')} body={t('traffic.empty_body')} />
          </Card>
        ) : (
          <Figures traffic={data} keyName={keyName} />
        )}
      </div>
    </Page>
  )
}

const optionsOf = (chosen: string | undefined, names: readonly string[]) =>
  [...new Set([...(chosen ? [chosen] : []), ...names])].sort((a, b) => a.localeCompare(b))

function Figures({ traffic, keyName }: { traffic: Traffic; keyName: (keyId: string | null) => string }) {
  const { t } = useTranslation()
  const { total, series } = traffic
  const steps = series.map((it) => (traffic.step === 'minute' ? clock(it.at) : moment(it.at)))
  const failed = total.clientErrors + total.serverErrors
  const heads = [
    [t('traffic.requests'), number(total.requests)],
    [t('traffic.errors'), `${number(failed)} · ${number(failed / total.requests, { style: 'percent', maximumFractionDigits: 1 })}`],
    [t('traffic.p50'), total.p50Ms === null ? '–' : wait(total.p50Ms)],
    [t('traffic.p95'), total.p95Ms === null ? '–' : wait(total.p95Ms)],
  ] as const
  return (
    <>
      <Card>
        <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg bg-line sm:grid-cols-4">
          {heads.map(([name, value]) => (
            <div key={name} className="bg-surface px-5 py-3">
              <dt className="text-xs text-ink-3">{name}</dt>
              <dd className="text-xl font-semibold tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card className="px-5 py-4">
          <h2 className="pb-2 text-base font-semibold">{t('traffic.requests')}</h2>
          <TimeChart
            filled
            label={t('traffic.chart', { what: t('traffic.requests') })}
            steps={steps}
            series={[
              { name: t('traffic.requests'), colour: 'brand', values: series.map((it) => it.requests) },
              { name: t('traffic.client_errors'), colour: 'warn', values: series.map((it) => it.clientErrors) },
              { name: t('traffic.server_errors'), colour: 'bad', values: series.map((it) => it.serverErrors) },
            ]}
            shown={number}
          />
        </Card>
        <Card className="px-5 py-4">
          <h2 className="pb-2 text-base font-semibold">{t('traffic.latency')}</h2>
          <TimeChart
            label={t('traffic.chart', { what: t('traffic.latency') })}
            steps={steps}
            series={[
              { name: t('traffic.p50'), colour: 'ok', values: series.map((it) => it.p50Ms) },
              { name: t('traffic.p95'), colour: 'brand', values: series.map((it) => it.p95Ms) },
              { name: t('traffic.p99'), colour: 'warn', values: series.map((it) => it.p99Ms) },
            ]}
            shown={wait}
          />
        </Card>
      </div>
      <Card className="overflow-hidden">
        <CardHead title={t('traffic.by_route')} />
        <FigureTable
          label={t('traffic.by_route')}
          head={t('traffic.route')}
          rows={traffic.routes}
          keyOf={(it) => it.route}
          nameOf={(it) => <code className="font-mono text-xs">{it.route}</code>}
        />
      </Card>
      <Card className="overflow-hidden">
        <CardHead title={t('traffic.by_key')} />
        <FigureTable
          label={t('traffic.by_key')}
          head={t('traffic.key')}
          rows={traffic.keys}
          keyOf={(it) => it.keyId ?? ''}
          nameOf={(it) => keyName(it.keyId)}
        />
      </Card>
      {traffic.codes.length > 0 && (
        <Card className="pb-2">
          <CardHead title={t('traffic.answers')} />
          <ul className="flex flex-wrap gap-x-6 gap-y-1 px-5 pb-3 text-sm">
            {traffic.codes.map((it) => (
              <li key={it.status} className="tabular-nums">
                <span className={it.status >= 500 ? 'font-medium text-bad' : 'font-medium text-warn'}>{it.status}</span>{' '}
                <span className="text-ink-2">{number(it.requests)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
