import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { Card, CardHead } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { number } from '#words/figures.ts'
import { LimitsCard } from './limits-card.tsx'

const names = ['tenant', 'user', 'key', 'reads', 'writes', 'expensive'] as const
type State = Awaited<ReturnType<typeof api.gateway.getLimits>>
const key = ['limits']

/** How often the organisation may ask, and how much of that is used. */
export function OwnLimits({ mayWrite }: { mayWrite: boolean }) {
  const limits = useQuery({ queryKey: key, queryFn: () => api.gateway.getLimits({}) })
  if (!limits.data) return <Card>{limits.error ? <Trouble fault={limits.error} onRetry={() => void limits.refetch()} /> : <SkeletonRows rows={4} />}</Card>
  return (
    <>
      <Used state={limits.data} />
      <Own state={limits.data} mayWrite={mayWrite} />
    </>
  )
}

function Used({ state }: { state: State }) {
  const { t } = useTranslation()
  const { used, allowed } = state.month
  return (
    <Card className="pb-4">
      <CardHead
        title={t('access.month')}
        help={allowed === null ? t('access.month_open', { used: number(used) }) : t('access.month_of', { used: number(used), allowed: number(allowed) })}
      />
      <ul className="grid gap-3 px-5">
        {state.uses.map((it) => (
          <li key={it.limit} className="grid gap-1">
            <div className="flex flex-wrap justify-between gap-x-3 text-sm">
              <span>{t(`access.limit.${it.limit}`)}</span>
              <span className="text-ink-2 tabular-nums">{t('access.used', { used: number(it.used), limit: number(it.perMinute) })}</span>
            </div>
            <Progress label={t(`access.limit.${it.limit}`)} done={it.used} of={it.perMinute} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Own({ state, mayWrite }: { state: State; mayWrite: boolean }) {
  const { t } = useTranslation()
  return (
    <LimitsCard
      title={t('access.limits')}
      help={t('access.limits_help')}
      names={names}
      set={state.own}
      otherwise={(it) => number(state.platform[it])}
      holding={(it) => number(state.holding[it])}
      mayWrite={mayWrite}
      revision={state.revision}
      read={() => api.gateway.getLimits({})}
      save={(own, revision) => api.gateway.setLimits({ own, revision })}
      onSaved={(saved) => queryClient.setQueryData(key, saved)}
    />
  )
}
