import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AgentConfig } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { SmallInput } from '#ui/field.tsx'
import { weekdays } from '#words/figures.ts'

type Hours = AgentConfig['hours']
/** Monday first, as most business hours are written. */
const week = [1, 2, 3, 4, 5, 6, 0]

/** When people of the business can be reached: some spans for each day of the week. */
export function HoursEditor({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useTranslation()
  const names = weekdays()
  const sorted = (it: Hours) => it.toSorted((a, b) => week.indexOf(a.day) - week.indexOf(b.day) || a.from.localeCompare(b.from))
  return (
    <div className="divide-y rounded-sm border">
      {week.map((day) => {
        const spans = hours.filter((it) => it.day === day)
        const before = hours.findLast((it) => week.indexOf(it.day) < week.indexOf(day))
        const add = { day, from: spans.at(-1)?.to ?? before?.from ?? '09:00', to: spans.length > 0 ? '21:00' : (before?.to ?? '18:00') }
        return (
          <div key={day} role="group" aria-label={names[day]} className="flex min-h-10 flex-wrap items-center gap-2 px-3 py-1.5">
            <span className="w-24 text-sm">{names[day]}</span>
            {spans.length === 0 && <span className="text-sm text-ink-3">{hours.length > 0 ? t('agent.closed') : t('agent.unknown')}</span>}
            {spans.map((span) => {
              const replace = (change: Partial<Hours[number]>) => onChange(hours.map((it) => (it === span ? { ...it, ...change } : it)))
              return (
                <span key={hours.indexOf(span)} className="flex items-center gap-1">
                  <SmallInput
                    type="time"
                    aria-label={t('agent.opens', { day: names[day] })}
                    value={span.from}
                    required
                    onChange={(event) => replace({ from: event.target.value })}
                    className="!w-28"
                  />
                  <span aria-hidden>–</span>
                  <SmallInput
                    type="time"
                    aria-label={t('agent.closes', { day: names[day] })}
                    value={span.to}
                    required
                    onChange={(event) => replace({ to: event.target.value })}
                    className="!w-28"
                  />
                  <Button
                    look="ghost"
                    size="icon"
                    aria-label={t('agent.remove_hours', { day: names[day] })}
                    onClick={() => onChange(hours.filter((it) => it !== span))}
                  >
                    <X aria-hidden />
                  </Button>
                </span>
              )
            })}
            {spans.length < 3 && (
              <Button
                look="ghost"
                size="icon"
                className="ml-auto"
                aria-label={t('agent.add_hours', { day: names[day] })}
                onClick={() => onChange(sorted([...hours, add]))}
              >
                <Plus aria-hidden />
              </Button>
            )}
          </div>
        )
      })}
    </div>
  )
}
