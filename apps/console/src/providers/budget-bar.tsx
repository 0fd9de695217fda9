import clsx from 'clsx'
import { useTranslation } from 'react-i18next'
import type { Provider } from '#api/shapes.ts'
import { dollars } from './dollars.ts'

/** What a model cost this month, against its budget where it has one. */
export function BudgetBar({ provider: { spentThisMonth, monthlyBudget, inputPrice, outputPrice } }: { provider: Provider }) {
  const { t } = useTranslation()
  const spent = dollars(spentThisMonth)
  if (monthlyBudget === null) {
    if (spentThisMonth === 0 && inputPrice === null && outputPrice === null) return null
    return <p className="text-xs text-ink-3 tabular-nums">{t('providers.spent', { spent })}</p>
  }
  const share = monthlyBudget === 0 ? 1 : Math.min(1, spentThisMonth / monthlyBudget)
  const words = t('providers.budget_of', { spent, budget: dollars(monthlyBudget) })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
      <div
        role="meter"
        aria-label={words}
        aria-valuenow={spentThisMonth}
        aria-valuemin={0}
        aria-valuemax={Math.max(monthlyBudget, spentThisMonth)}
        className="h-1.5 w-40 overflow-hidden rounded-full bg-hover"
      >
        <div className={clsx('h-full rounded-full', share >= 1 ? 'bg-bad' : share >= 0.8 ? 'bg-warn' : 'bg-brand')} style={{ width: `${share * 100}%` }} />
      </div>
      <span className="tabular-nums">{words}</span>
      {share >= 1 && <span className="text-bad">{t('providers.budget_spent')}</span>}
    </div>
  )
}
