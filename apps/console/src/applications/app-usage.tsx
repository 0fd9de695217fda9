import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChartNoAxesColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { AppUse } from '#api/shapes.ts'
import { bounds, rangeOf } from '#traffic/ranges.ts'
import { TimeChart } from '#traffic/time-chart.tsx'
import { Choice } from '#ui/choice.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Empty, SkeletonRows, Trouble } from '#ui/states.tsx'
import { moment, number, wait } from '#words/figures.ts'

const choices = ['day', 'week', 'month'] as const
const hourMs = 3_600_000
const colours = ['brand', 'warn', 'ok', 'info'] as const

/** Requests, errors and latency of an application by version and hour. */
export function AppUsage({ appId }: { appId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/applications/$appId' })
  const search = useSearch({ from: '/shell/applications/$appId' })
  const range = choices.find((it) => it === rangeOf(search.range)) ?? 'day'
  const uses = useQuery({
    queryKey: ['app', appId, 'uses', range],
    queryFn: () => api.apps.getStatistics({ appId, ...bounds(range) }),
    placeholderData: (before) => before,
  })
  return (
    <Card>
      <CardHead
        title={t('applications.tab.usage')}
        action={
          <Choice
            label={t('traffic.range_label')}
            value={range}
            options={choices.map((value) => ({ value, label: t(`traffic.range.${value}`) }))}
            onChange={(value) => void navigate({ search: (before: Record<string, string | undefined>) => ({ ...before, range: value }), replace: true })}
          />
        }
      />
      <div className="border-t px-5 py-4">
        {uses.error && !uses.data ? (
          <Trouble fault={uses.error} onRetry={() => void uses.refetch()} />
        ) : !uses.data ? (
          <SkeletonRows rows={3} />
        ) : uses.data.items.length === 0 ? (
          <Empty icon={ChartNoAxesColumn} title={t('applications.usage_empty')} body={t('applications.usage_empty_body')} />
        ) : (
          <Uses uses={uses.data.items} range={range} />
        )}
      </div>
    </Card>
  )
}

function Uses({ uses, range }: { uses: readonly AppUse[]; range: (typeof choices)[number] }) {
  const { t } = useTranslation()
  const { from, to } = bounds(range)
  const first = Math.floor(Date.parse(from) / hourMs) * hourMs
  const hours = Array.from({ length: Math.floor((Date.parse(to) - first) / hourMs) + 1 }, (_, i) => new Date(first + i * hourMs).toISOString())
  const versions = [...new Map(uses.map((it) => [it.versionId, it.versionName]))]
  const at = (versionId: string, hour: string) => uses.find((it) => it.versionId === versionId && it.hour === hour)
  const steps = hours.map((it) => moment(it))
  const seriesOf = (valueOf: (use: AppUse | undefined) => number | null) =>
    versions.slice(0, colours.length).map(([id, name], i) => ({ name, colour: colours[i]!, values: hours.map((hour) => valueOf(at(id, hour))) }))
  return (
    <div className="grid gap-6">
      <section className="grid gap-1">
        <h3 className="text-sm font-medium">{t('applications.requests')}</h3>
        <TimeChart
          filled
          label={t('traffic.chart', { what: t('applications.requests') })}
          steps={steps}
          series={seriesOf((it) => it?.requests ?? 0)}
          shown={number}
        />
      </section>
      <TimeChart label={t('traffic.chart', { what: t('applications.latency') })} steps={steps} series={seriesOf((it) => it?.p95Ms ?? null)} shown={wait} />
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-ink-2">
            <th scope="col" className="py-1.5 font-medium">
              {t('applications.version')}
            </th>
            <th scope="col" className="text-right font-medium">
              {t('applications.requests')}
            </th>
            <th scope="col" className="text-right font-medium">
              {t('applications.errors')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y tabular-nums">
          {versions.map(([id, name]) => {
            const own = uses.filter((it) => it.versionId === id)
            const errors = own.reduce((sum, it) => sum + it.errors, 0)
            return (
              <tr key={id} className="h-9">
                <th scope="row" className="text-left font-normal">
                  {name}
                </th>
                <td className="text-right">{number(own.reduce((sum, it) => sum + it.requests, 0))}</td>
                <td className={errors > 0 ? 'text-right text-bad' : 'text-right text-ink-2'}>{number(errors)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
