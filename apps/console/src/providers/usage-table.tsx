import { useTranslation } from 'react-i18next'
import type { UsageDay } from '#api/shapes.ts'
import { number, wait } from '#words/figures.ts'
import { dollars } from './dollars.ts'
import { shownDay } from './usage-sums.ts'

/** What each model did on each day, newest first. */
export function UsageTable({ days, nameOf }: { days: readonly UsageDay[]; nameOf: (providerId: string | null) => string }) {
  const { t } = useTranslation()
  const figures = ['turns', 'failures', 'tokens_in', 'tokens_out', 'cost', 'first_token'] as const
  const cells = (it: UsageDay) => [
    number(it.turns),
    number(it.failures),
    number(it.inputTokens),
    number(it.outputTokens),
    dollars(it.cost),
    it.firstTokenMs === null ? '–' : wait(it.firstTokenMs),
  ]
  return (
    <div tabIndex={0} role="region" aria-label={t('usage.title')} className="max-h-96 overflow-auto border-t focus-visible:-outline-offset-2">
      <table className="w-full text-sm">
        <thead className="sticky top-0 bg-sunken text-xs text-ink-2">
          <tr>
            <th scope="col" className="px-5 py-2 text-left font-medium">
              {t('usage.day')}
            </th>
            <th scope="col" className="px-2 py-2 text-left font-medium">
              {t('usage.model')}
            </th>
            {figures.map((it) => (
              <th key={it} scope="col" className="px-2 py-2 text-right font-medium whitespace-nowrap last:pr-5">
                {t(`usage.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {days.toReversed().map((it) => (
            <tr key={`${it.day} ${it.providerId}`}>
              <td className="px-5 py-1.5 whitespace-nowrap">{shownDay(it.day)}</td>
              <td className="max-w-40 truncate px-2 py-1.5">{nameOf(it.providerId)}</td>
              {cells(it).map((cell, i) => (
                <td key={figures[i]} className="px-2 py-1.5 text-right whitespace-nowrap tabular-nums last:pr-5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
