import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'

const which = ['tenant', 'reads', 'writes', 'expensive', 'user', 'key'] as const

/** Which limits hold for the organisation, and how much of them is used. */
export function LimitsCard() {
  const { t } = useTranslation()
  const limits = useQuery({ queryKey: ['limits'], queryFn: () => api.gateway.getLimits({}) })
  if (limits.error && !limits.data) return <Trouble fault={limits.error} onRetry={() => void limits.refetch()} />
  const data = limits.data
  return (
    <Card>
      <CardHead
        title={t('limits.title')}
        help={t('limits.help')}
        action={
          <ButtonLink to="/access" search={{ tab: 'limits' }}>
            {t('limits.change')}
          </ButtonLink>
        }
      />
      {!data ? (
        <SkeletonRows rows={6} />
      ) : (
        <>
          <ul className="divide-y border-t">
            {which.map((name) => {
              const use = data.uses.find((it) => it.limit === name)
              return (
                <li key={name} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 px-5 py-2.5 text-sm">
                  <span className="font-medium">{t(`limits.which.${name}`)}</span>
                  <span className="text-ink-2 tabular-nums">
                    {use
                      ? t('limits.used_of', { used: number(use.used), most: number(use.perMinute) })
                      : t('limits.a_minute', { shown: number(data.holding[name]) })}
                  </span>
                </li>
              )
            })}
          </ul>
          <p className="border-t px-5 py-3 text-sm text-ink-2 tabular-nums">
            {data.month.allowed === null
              ? t('limits.month', { used: number(data.month.used) })
              : t('limits.month_of', { used: number(data.month.used), most: number(data.month.allowed) })}
          </p>
        </>
      )}
    </Card>
  )
}
