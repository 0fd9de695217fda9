import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ShieldAlert, ShieldCheck, ShieldX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { SignInRecord } from '#api/shapes.ts'
import { deviceName } from '#settings/device-name.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { Row } from './row.tsx'
import { askSecurityAnew } from './security-queries.ts'
import { useMethodName } from './use-method-name.ts'

const reasons = ['new_device', 'new_network', 'failures_before', 'long_absence'] as const
const atOnce = 10

/** Sign-ins and attempts at the account of the person, odd ones marked. */
export function ActivityCard() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const navigate = useNavigate()
  const [disowned, setDisowned] = useState(false)
  const activity = useInfiniteQuery({
    queryKey: ['security', 'activity'],
    queryFn: ({ pageParam }) => api.identity.listMyActivity({ limit: atOnce, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const shutOut = useMutation({
    mutationFn: async () => {
      await api.identity.revokeOtherSessions({})
      await api.identity.forgetDevices({})
    },
    onSuccess: async () => {
      setDisowned(false)
      tell(t('security.disowned'))
      await askSecurityAnew()
      await navigate({ to: '/settings', search: { section: 'profile' } })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const shown = activity.data?.pages.flatMap((it) => it.items)
  return (
    <Card aria-label={t('security.activity')}>
      <CardHead title={t('security.activity')} help={t('security.activity_help')} />
      {activity.error && !shown ? (
        <Trouble fault={activity.error} onRetry={() => void activity.refetch()} className="!py-6" />
      ) : !shown ? (
        <SkeletonRows rows={3} />
      ) : shown.length === 0 ? (
        <p className="border-t px-5 py-3 text-sm text-ink-2">{t('security.activity_none')}</p>
      ) : (
        <ul className="divide-y border-t">
          {shown.map((it) => (
            <ActivityRow key={it.id} record={it} onNotMe={() => setDisowned(true)} />
          ))}
        </ul>
      )}
      {activity.hasNextPage && (
        <div className="border-t px-5 py-3">
          <Button busy={activity.isFetchingNextPage} onClick={() => void activity.fetchNextPage()}>
            {t('act.show_more')}
          </Button>
        </div>
      )}
      {disowned && (
        <Confirm
          open
          onOpenChange={setDisowned}
          title={t('ways.not_me_title')}
          description={t('security.not_me_help')}
          action={t('security.not_me_do')}
          busy={shutOut.isPending}
          onConfirm={() => shutOut.mutate()}
        />
      )}
    </Card>
  )
}

function ActivityRow({ record, onNotMe }: { record: SignInRecord; onNotMe: () => void }) {
  const { t } = useTranslation()
  const methodName = useMethodName()
  const odd = record.suspicious.length > 0
  const Icon = record.outcome === 'refused' ? ShieldX : odd || record.outcome === 'reported' ? ShieldAlert : ShieldCheck
  const why = record.suspicious.map((it) => reasons.find((known) => known === it)).filter((it) => it !== undefined)
  const device = deviceName(record.userAgent) ?? t('settings.unknown_device')
  return (
    <Row
      icon={<Icon aria-hidden />}
      title={`${t(`security.outcome.${record.outcome}`)} · ${methodName(record.method)}`}
      badge={odd && <Badge tone="warn">{t('security.odd')}</Badge>}
      line={
        <>
          {[moment(record.at), device, record.ip].filter(Boolean).join(' · ')}
          {why.length > 0 && <span className="block text-warn">{why.map((it) => t(`security.reason.${it}`)).join(' · ')}</span>}
        </>
      }
      act={
        odd &&
        record.outcome === 'signed_in' && (
          <Button onClick={onNotMe} aria-label={`${t('ways.not_me')}: ${moment(record.at)}`}>
            {t('ways.not_me')}
          </Button>
        )
      }
    />
  )
}
