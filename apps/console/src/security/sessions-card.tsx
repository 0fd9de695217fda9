import { useMutation, useQuery } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Session } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment, number } from '#words/figures.ts'
import { Row } from './row.tsx'
import { askSecurityAnew } from './security-queries.ts'
import { useMethodName } from './use-method-name.ts'

/** Where the person is signed in, this device first. */
export function SessionsCard() {
  const { t } = useTranslation()
  const words = useFaultWords()
  const [asking, setAsking] = useState(false)
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: async () => (await api.identity.listSessions({})).items })
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeOtherSessions({}),
    onSuccess: async ({ revoked }) => {
      setAsking(false)
      tell(t('security.others_out', { count: revoked, shown: number(revoked) }))
      await askSecurityAnew()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const shown = sessions.data?.toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt))
  return (
    <Card aria-label={t('settings.sessions')}>
      <CardHead
        title={t('settings.sessions')}
        help={t('settings.sessions_help')}
        action={shown && shown.length > 1 && <Button onClick={() => setAsking(true)}>{t('security.sign_out_others')}</Button>}
      />
      {sessions.error && !shown ? (
        <Trouble fault={sessions.error} onRetry={() => void sessions.refetch()} className="!py-6" />
      ) : !shown ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y border-t">
          {shown.map((it) => (
            <SessionRow key={it.id} session={it} />
          ))}
        </ul>
      )}
      {asking && (
        <Confirm
          open
          onOpenChange={setAsking}
          title={t('security.sign_out_others')}
          description={t('security.sign_out_others_help')}
          action={t('security.sign_out_others')}
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate()}
        />
      )}
    </Card>
  )
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const methodName = useMethodName()
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeSession({ sessionId: session.id }),
    onSuccess: async () => {
      tell(t('settings.session_revoked'))
      await askSecurityAnew()
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const Icon = /Mobile|iPhone|Android/.test(session.userAgent ?? '') ? Smartphone : Monitor
  const name = session.device || t('settings.unknown_device')
  return (
    <Row
      icon={<Icon aria-hidden />}
      title={name}
      badge={
        <>
          {session.current && <Badge tone="ok">{t('security.this_device')}</Badge>}
          {session.impersonatedBy && <Badge tone="warn">{t('security.acted_by', { name: session.impersonatedBy })}</Badge>}
        </>
      }
      line={[session.ip, methodName(session.method), t('settings.last_seen', { time: moment(session.lastSeenAt) })].filter(Boolean).join(' · ')}
      act={
        !session.current && (
          <Button busy={revoke.isPending} onClick={() => revoke.mutate()} aria-label={`${t('settings.revoke_session')}: ${name}`}>
            {t('settings.revoke_session')}
          </Button>
        )
      }
    />
  )
}
