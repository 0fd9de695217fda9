import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Provider } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Skeleton, Trouble } from '#ui/states.tsx'
import { number, percent, wait } from '#words/figures.ts'
import { dollars } from './dollars.ts'
import { usageQuery } from './provider-queries.ts'
import { UsageChart } from './usage-chart.tsx'
import { type Measure, measures, sumUsage } from './usage-sums.ts'
import { UsageTable } from './usage-table.tsx'

/** What was asked in the last 30 days, who answered, what it cost and how long callers waited. */
export function UsageCard({ providers }: { providers: readonly Provider[] }) {
  const { t } = useTranslation()
  const { data: days, error, refetch } = useQuery(usageQuery)
  const [measure, setMeasure] = useState<Measure>('turns')
  const [table, setTable] = useState(false)
  const nameOf = (id: string | null) => (id === null ? t('usage.built_in') : (providers.find((it) => it.id === id)?.name ?? t('usage.removed_model')))
  const any = days?.some((it) => it.turns > 0 || it.failures > 0)
  return (
    <Card aria-labelledby="usage" className="overflow-hidden">
      <CardHead
        title={t('usage.title')}
        help={t('usage.help')}
        action={
          any && (
            <Choice
              label={t('usage.measure')}
              value={measure}
              options={measures.map((value) => ({ value, label: t(`usage.${value}`) }))}
              onChange={setMeasure}
            />
          )
        }
      />
      {error && !days ? (
        <Trouble fault={error} onRetry={() => void refetch()} />
      ) : !days ? (
        <div className="grid gap-4 px-5 pb-5">
          <Skeleton className="h-12" />
          <Skeleton className="h-40" />
        </div>
      ) : !any ? (
        <p className="border-t px-5 py-4 text-sm text-ink-2">{t('usage.empty')}</p>
      ) : (
        <>
          <Totals sums={sumUsage(days)} />
          <div className="px-5 pt-4 pb-3">
            <UsageChart days={days} measure={measure} nameOf={nameOf} />
            <Button size="small" look="ghost" className="mt-2 -ml-2" aria-expanded={table} onClick={() => setTable(!table)}>
              {t(table ? 'usage.table_hide' : 'usage.table_show')}
            </Button>
          </div>
          {table && <UsageTable days={days} nameOf={nameOf} />}
        </>
      )}
    </Card>
  )
}

function Totals({ sums }: { sums: ReturnType<typeof sumUsage> }) {
  const { t } = useTranslation()
  const figures = [
    { label: t('usage.turns'), value: number(sums.turns) },
    { label: t('usage.built_in_share'), value: sums.builtInShare === null ? '–' : percent(sums.builtInShare), help: t('usage.built_in_share_help') },
    { label: t('usage.failures'), value: number(sums.failures) },
    { label: t('usage.tokens'), value: number(sums.tokens) },
    { label: t('usage.cost'), value: dollars(sums.cost) },
    { label: t('usage.first_token'), value: sums.firstTokenMs === null ? '–' : wait(sums.firstTokenMs), help: t('usage.first_token_help') },
  ]
  return (
    <dl className="grid grid-cols-2 gap-px border-y bg-line sm:grid-cols-3 lg:grid-cols-6">
      {figures.map((it) => (
        <div key={it.label} title={it.help} className="bg-surface px-5 py-3 lg:first:pl-5 lg:px-4">
          <dt className="text-xs text-ink-3">{it.label}</dt>
          <dd className="mt-0.5 text-lg font-semibold tabular-nums">{it.value}</dd>
        </div>
      ))}
    </dl>
  )
}
