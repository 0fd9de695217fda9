import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { number, wait } from '#words/figures.ts'

/** Sums of requests of one thing. */
export type Figures = { requests: number; clientErrors: number; serverErrors: number; p50Ms: number | null; p95Ms: number | null; p99Ms: number | null }

type Props<T extends Figures> = { label: string; head: string; rows: readonly T[]; keyOf: (row: T) => string; nameOf: (row: T) => ReactNode }

/** Figures by route, by key or by organisation; wide ones scroll within the card. */
export function FigureTable<T extends Figures>({ label, head, rows, keyOf, nameOf }: Props<T>) {
  const { t } = useTranslation()
  const columns = [t('traffic.requests'), '4xx', '5xx', t('traffic.p50'), t('traffic.p95'), t('traffic.p99')]
  return (
    <div tabIndex={0} role="region" aria-label={label} className="overflow-x-auto border-t">
      <table className="w-full text-sm">
        <thead>
          <tr className="h-9 border-b bg-sunken text-left text-xs font-medium text-ink-2">
            <th scope="col" className="px-5 font-medium">
              {head}
            </th>
            {columns.map((it) => (
              <th key={it} scope="col" className="px-2 text-right font-medium last:pr-5">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {rows.map((it) => (
            <tr key={keyOf(it)} className="h-9 tabular-nums">
              <th scope="row" className="max-w-80 min-w-40 truncate px-5 text-left font-normal">
                {nameOf(it)}
              </th>
              <td className="px-2 text-right">{number(it.requests)}</td>
              <td className="px-2 text-right text-ink-2">{number(it.clientErrors)}</td>
              <td className={it.serverErrors > 0 ? 'px-2 text-right text-bad' : 'px-2 text-right text-ink-2'}>{number(it.serverErrors)}</td>
              {[it.p50Ms, it.p95Ms, it.p99Ms].map((ms, i) => (
                <td key={i} className="px-2 text-right whitespace-nowrap text-ink-2 last:pr-5">
                  {ms === null ? '–' : wait(ms)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
