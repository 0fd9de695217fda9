import { useMutation, useQuery } from '@tanstack/react-query'
import { Monitor, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Session } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Card, CardHead } from '#ui/page.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { deviceName } from './device-name.ts'

/** Where the person is signed in. */
export function SessionsCard() {
  const { t } = useTranslation()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: async () => (await api.identity.listSessions({})).items })
  return (
    <Card>
      <CardHead title={t('settings.sessions')} help={t('settings.sessions_help')} />
      {sessions.error && !sessions.data ? (
        <Trouble fault={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : !sessions.data ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul className="divide-y border-t">
          {sessions.data.map((it) => (
            <SessionRow key={it.id} session={it} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const revoke = useMutation({
    mutationFn: () => api.identity.revokeSession({ sessionId: session.id }),
    onSuccess: async () => {
      tell(t('settings.session_revoked'))
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const name = deviceName(session.userAgent) ?? t('settings.unknown_device')
  const Icon = /Mobile|iPhone|Android/.test(session.userAgent ?? '') ? Smartphone : Monitor
  return (
    <li className="flex min-h-14 items-center gap-3 px-5 py-2">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <div className="truncate text-sm font-medium">
          {name} {session.current && <span className="font-normal text-ink-3">({t('settings.current_session')})</span>}
        </div>
        <div className="truncate text-xs text-ink-3">
          {session.ip && `${session.ip} · `}
          {t('settings.last_seen', { time: moment(session.lastSeenAt) })}
        </div>
      </div>
      {!session.current && (
        <Button busy={revoke.isPending} onClick={() => revoke.mutate()} aria-label={`${t('settings.revoke_session')}: ${name}`}>
          {t('settings.revoke_session')}
        </Button>
      )}
    </li>
  )
}
