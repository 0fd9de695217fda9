import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { Progress } from '#ui/progress.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { areLimitsRight, type Entered, LimitFields, numbersOf } from './limit-fields.tsx'

const names = ['tenant', 'user', 'key', 'reads', 'writes', 'expensive'] as const
type Name = (typeof names)[number]
type State = Awaited<ReturnType<typeof api.gateway.getLimits>>
const key = ['limits']

/** How often the organisation may ask, and how much of that is used. */
export function OwnLimits({ mayWrite }: { mayWrite: boolean }) {
  const limits = useQuery({ queryKey: key, queryFn: () => api.gateway.getLimits({}) })
  if (!limits.data) return <Card>{limits.error ? <Trouble fault={limits.error} onRetry={() => void limits.refetch()} /> : <SkeletonRows rows={4} />}</Card>
  return (
    <>
      <Used state={limits.data} />
      <Loaded key={limits.data.revision} state={limits.data} mayWrite={mayWrite} />
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

function Loaded({ state, mayWrite }: { state: State; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [values, setValues] = useState<Entered<Name>>(Object.fromEntries(names.map((it) => [it, String(state.own[it] ?? '')])) as Entered<Name>)
  const save = useMutation({
    mutationFn: () => api.gateway.setLimits({ own: numbersOf(values), revision: state.revision }),
    onSuccess: (saved) => {
      queryClient.setQueryData(key, saved)
      tell(t('access.saved'))
    },
  })
  return (
    <Card>
      <CardHead title={t('access.limits')} help={t('access.limits_help')} />
      <form
        noValidate
        className="grid gap-4 border-t px-5 py-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!save.isPending && areLimitsRight(values)) save.mutate()
        }}
      >
        <LimitFields
          names={names}
          values={values}
          otherwise={(it) => number(state.platform[it])}
          help={(it) => t('access.holding', { shown: number(state.holding[it]) })}
          disabled={!mayWrite}
          onChange={setValues}
        />
        {save.error && <FormTrouble trouble={words(save.error)} />}
        {mayWrite && (
          <div>
            <Button type="submit" look="primary" busy={save.isPending}>
              {t('act.save')}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}
