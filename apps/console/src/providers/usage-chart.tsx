import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import type { UsageDay } from '#api/shapes.ts'
import { number } from '#words/figures.ts'
import { dollars } from './dollars.ts'
import { lastDays, type Measure, measureOf, seriesOf, shownDay } from './usage-sums.ts'

const mostModels = 4
const colours = ['bg-brand', 'bg-warn', 'bg-ok', 'bg-info']
const builtInColour = 'bg-line-strong'
const otherColour = 'bg-ink-3'

/** A measure as people write it. */
export const shownMeasure = (value: number, measure: Measure) => (measure === 'cost' ? dollars(value) : number(value))

type Props = { days: readonly UsageDay[]; measure: Measure; nameOf: (providerId: string | null) => string }

/** Bars by day, a colour for each model; the same figures stand in the table beside it. */
export function UsageChart({ days, measure, nameOf }: Props) {
  const { t } = useTranslation()
  const { series, others } = seriesOf(days, measure, mostModels)
  const models = series.filter((it) => it !== null)
  const parts = [
    ...series.map((id) => ({ name: nameOf(id), colour: id === null ? builtInColour : colours[models.indexOf(id)]!, holds: (it: string | null) => it === id })),
    ...(others.size > 0 ? [{ name: t('usage.other'), colour: otherColour, holds: (it: string | null) => it !== null && others.has(it) }] : []),
  ]
  const byDay = lastDays(30, Date.now()).map((day) => {
    const of = days.filter((it) => it.day === day)
    const values = parts.map((part) => of.filter((it) => part.holds(it.providerId)).reduce((sum, it) => sum + measureOf(it, measure), 0))
    return { day, values, total: values.reduce((sum, it) => sum + it, 0) }
  })
  const most = Math.max(...byDay.map((it) => it.total))
  const what = t(`usage.${measure}`)
  return (
    <figure className="grid gap-2">
      <div role="img" aria-label={t('usage.chart_of', { what })}>
        <div className="flex h-4 items-center text-2xs text-ink-3 tabular-nums">{most > 0 ? shownMeasure(most, measure) : ''}</div>
        <div className="flex h-28 items-end gap-0.5 border-y sm:gap-1">
          {byDay.map(({ day, values, total }) => (
            <div
              key={day}
              title={`${shownDay(day)}: ${shownMeasure(total, measure)}${parts.map((it, i) => (values[i] ? `\n${it.name}: ${shownMeasure(values[i], measure)}` : '')).join('')}`}
              className="flex h-full min-w-0 flex-1 flex-col justify-end hover:bg-hover"
            >
              {parts.map((it, i) =>
                values[i] ? (
                  <div key={it.name} className={clsx('min-h-px first:rounded-t-xs', it.colour)} style={{ height: `${(values[i] / most) * 100}%` }} />
                ) : null,
              )}
            </div>
          ))}
        </div>
        <div className="flex justify-between pt-1 text-2xs text-ink-3">
          <span>{shownDay(byDay[0]!.day)}</span>
          <span>{shownDay(byDay.at(-1)!.day)}</span>
        </div>
      </div>
      <figcaption>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {parts.map((it) => (
            <li key={it.name} className="flex items-center gap-1.5">
              <span aria-hidden className={clsx('size-2.5 rounded-xs', it.colour)} />
              {it.name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
