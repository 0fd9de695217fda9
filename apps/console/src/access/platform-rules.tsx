import { ApiFault } from '@myna/sdk'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormTrouble } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { isFault, useFaultWords } from '#api/fault-words.ts'
import { isMeanwhile, useRevision } from '#api/use-revision.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { LimitsCard } from './limits-card.tsx'
import { LockoutDialog } from './lockout-dialog.tsx'
import { RangeList, rowProblems } from './range-list.tsx'

const names = ['tenant', 'user', 'key', 'reads', 'writes', 'expensive', 'anonymous', 'signIn', 'signInAlone', 'monthlyRequests'] as const
type LimitsState = Awaited<ReturnType<typeof api.gateway.getPlatformLimits>>
type PlatformAccess = Awaited<ReturnType<typeof api.gateway.getPlatformAccess>>

/** What holds for all organisations; for operators. */
export function PlatformRules({ mayWrite }: { mayWrite: boolean }) {
  const limits = useQuery({ queryKey: ['platform-limits'], queryFn: () => api.gateway.getPlatformLimits({}) })
  const access = useQuery({ queryKey: ['platform-access'], queryFn: () => api.gateway.getPlatformAccess({}) })
  const error = limits.error ?? access.error
  if (!limits.data || !access.data)
    return <Card>{error ? <Trouble fault={error} onRetry={() => void Promise.all([limits.refetch(), access.refetch()])} /> : <SkeletonRows rows={4} />}</Card>
  return (
    <>
      <Limits state={limits.data} mayWrite={mayWrite} />
      <Denied state={access.data} mayWrite={mayWrite} />
    </>
  )
}

function Limits({ state, mayWrite }: { state: LimitsState; mayWrite: boolean }) {
  const { t } = useTranslation()
  const shown = (limit: number | null) => (limit === null ? '–' : number(limit))
  return (
    <LimitsCard
      title={t('access.platform_limits')}
      help={t('access.platform_limits_help')}
      names={names}
      set={state.set}
      otherwise={(it) => shown(state.first[it])}
      holding={(it) => shown(state.limits[it])}
      mayWrite={mayWrite}
      revision={state.revision}
      read={() => api.gateway.getPlatformLimits({})}
      save={(limits, revision) => api.gateway.setPlatformLimits({ limits, revision })}
      onSaved={(saved) => queryClient.setQueryData(['platform-limits'], saved)}
    />
  )
}

function Denied({ state, mayWrite }: { state: PlatformAccess; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [deny, setDeny] = useState(state.deny)
  const upon = useRevision(state.revision, () => api.gateway.getPlatformAccess({}))
  const save = useMutation({
    mutationFn: (evenIfLockedOut: boolean) =>
      upon((revision) => api.gateway.setPlatformAccess({ deny: deny.filter((it) => it.range.trim() !== ''), revision, evenIfLockedOut })),
    onSuccess: (saved) => {
      queryClient.setQueryData(['platform-access'], saved)
      tell(t('access.saved'))
    },
  })
  const wouldLockOut = isFault(save.error, 'gateway.would_lock_out')
  const fields = save.error instanceof ApiFault ? (save.error.fields ?? []) : []
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!save.isPending) save.mutate(false)
      }}
    >
      <RangeList
        title={t('access.platform')}
        help={t('access.platform_help')}
        addLabel={t('access.add_deny')}
        ranges={deny}
        problems={rowProblems(fields, 'deny', t('access.range_wrong'))}
        disabled={!mayWrite}
        onChange={setDeny}
      />
      {save.error && !wouldLockOut && (
        <FormTrouble trouble={isMeanwhile(save.error) ? { sentence: t('settings.changed_meanwhile'), traceId: undefined } : words(save.error)} />
      )}
      {mayWrite && (
        <div>
          <Button type="submit" look="primary" busy={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      )}
      {wouldLockOut && (
        <LockoutDialog address={state.yourAddress ?? '?'} busy={save.isPending} onClose={() => save.reset()} onConfirm={() => save.mutate(true)} />
      )}
    </form>
  )
}
