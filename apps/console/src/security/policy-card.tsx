import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textLink } from '#account/account-card.tsx'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { Switch } from '#ui/switch.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { number } from '#words/figures.ts'
import { policyQuery } from './security-queries.ts'

/** What the organisation asks of everybody in it. */
export function PolicyCard({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const policy = useQuery(policyQuery)
  const [asking, setAsking] = useState<boolean>()
  const change = useMutation({
    mutationFn: (requireSecondFactor: boolean) => api.identity.updateSecurityPolicy({ requireSecondFactor }),
    onSuccess: (it) => {
      queryClient.setQueryData(policyQuery.queryKey, it)
      tell(t(it.requireSecondFactor ? 'security.now_required' : 'security.now_free'))
    },
    onError: (fault) => tellTrouble(words(fault)),
    onSettled: () => setAsking(undefined),
  })
  const without = policy.data?.membersWithout ?? 0
  return (
    <Card aria-label={t('security.policy')}>
      <CardHead title={t('security.policy')} help={mayWrite ? undefined : t('state.who_can_grant')} />
      {policy.error && !policy.data ? (
        <Trouble fault={policy.error} onRetry={() => void policy.refetch()} className="!py-6" />
      ) : !policy.data ? (
        <SkeletonRows rows={1} />
      ) : (
        <div className="grid gap-2 px-5 pb-4">
          <Switch
            label={t('security.require')}
            help={t('security.require_help')}
            checked={policy.data.requireSecondFactor}
            disabled={!mayWrite || change.isPending}
            onChange={setAsking}
          />
          <p className="text-sm text-ink-2">
            {without === 0 ? t('security.all_have') : t('security.without', { count: without, shown: number(without) })}{' '}
            {without > 0 && (
              <Link to="/team" search={{ factor: 'no' }} className={textLink}>
                {t('security.see_them')}
              </Link>
            )}
          </p>
        </div>
      )}
      {asking !== undefined && (
        <Confirm
          open
          onOpenChange={() => setAsking(undefined)}
          title={t(asking ? 'security.require_title' : 'security.free_title')}
          description={asking ? t('security.require_body', { count: without, shown: number(without) }) : t('security.free_body')}
          action={t(asking ? 'security.require_do' : 'security.free_do')}
          busy={change.isPending}
          onConfirm={() => change.mutate(asking)}
        />
      )}
    </Card>
  )
}
