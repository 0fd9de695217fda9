import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { allPages } from '#api/all-pages.ts'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import type { Invitation } from '#api/shapes.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { SkeletonRows, Trouble } from '#ui/states.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { roleName } from './role-name.ts'

/** Who is invited and has not come yet. */
export function Invitations({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation()
  const list = useQuery({ queryKey: ['invitations'], queryFn: () => allPages((page) => api.identity.listInvitations(page)) })
  const open = list.data?.filter((it) => it.status === 'open' || it.status === 'expired')
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className="px-4 pt-8 pb-2 text-base font-semibold lg:px-6">
        {t('team.invitations')}
      </h2>
      {list.error && !open ? (
        <Trouble fault={list.error} onRetry={() => void list.refetch()} className="!py-6" />
      ) : !open ? (
        <SkeletonRows rows={1} />
      ) : open.length === 0 ? (
        <p className="px-4 pb-6 text-sm text-ink-2 lg:px-6">{t('team.invitations_none')}</p>
      ) : (
        <ul className="divide-y border-y">
          {open.map((it) => (
            <InvitationRow key={it.id} invitation={it} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
    </section>
  )
}

function InvitationRow({ invitation, mayWrite }: { invitation: Invitation; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const cancel = useMutation({
    mutationFn: () => api.identity.cancelInvitation({ invitationId: invitation.id }),
    onSuccess: async () => {
      tell(t('team.cancelled', { email: invitation.email }))
      await queryClient.invalidateQueries({ queryKey: ['invitations'] })
    },
    onError: (fault) => tellTrouble(words(fault)),
  })
  const isOpen = invitation.status === 'open'
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 text-sm lg:px-6">
      <div className="min-w-48 flex-1">
        <div className="truncate font-medium">{invitation.email}</div>
        <div className="text-xs text-ink-3">
          {roleName(t, invitation.role)} · {t('team.invited_by', { name: invitation.invitedBy })}
          {isOpen && ` · ${t('team.expires', { time: moment(invitation.expiresAt) })}`}
        </div>
      </div>
      {!isOpen && <Badge tone="warn">{t(`team.invitation_status.${invitation.status}`)}</Badge>}
      {mayWrite && isOpen && (
        <>
          <CopyButton text={`${location.origin}/invite/${invitation.id}`} label={t('team.copy_link')} />
          <Button look="ghost" busy={cancel.isPending} onClick={() => cancel.mutate()} aria-label={`${t('team.cancel_invitation')}: ${invitation.email}`}>
            {t('act.cancel')}
          </Button>
        </>
      )}
    </li>
  )
}
