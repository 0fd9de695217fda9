import { useMutation } from '@tanstack/react-query'
import { Ellipsis, LogOut, UserRoundCheck, UserRoundX, UserX, VenetianMask } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMe } from '#api/me.ts'
import type { Member, Role } from '#api/shapes.ts'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { ActForDialog } from './act-for-dialog.tsx'
import { useMayGive } from './grants.ts'
import { useUpdateMember } from './use-update-member.ts'

/** What can be done with a member. Who is removed comes back only by an invitation, so that is asked before; access is taken with a way back. */
export function MemberActs({ member, roles, mayWrite }: { member: Member; roles: readonly Role[]; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const me = useMe()
  const mayGive = useMayGive()
  const update = useUpdateMember(member)
  const [removing, setRemoving] = useState(false)
  const [actingFor, setActingFor] = useState(false)
  const isMe = me.user?.id === member.userId
  const theirs = roles.find((it) => it.name === member.role)
  const isAbove = theirs !== undefined && !mayGive(theirs)
  // Owners act for those who are none, operators for everybody; nobody while acting already.
  const mayActFor = !isMe && member.active && !me.impersonation && (me.operator || (me.role === 'owner' && member.role !== 'owner'))
  const trouble = (fault: unknown) => tellTrouble(words(fault))
  const remove = useMutation({
    mutationFn: () => api.identity.removeMember({ userId: member.userId }),
    onSuccess: async () => {
      setRemoving(false)
      tell(t('team.removed', { name: member.name }))
      await queryClient.invalidateQueries({ queryKey: ['members'] })
    },
    onError: trouble,
  })
  const signOut = useMutation({
    mutationFn: () => api.identity.revokeMemberSessions({ userId: member.userId }),
    onSuccess: () => tell(t('people.signed_out', { name: member.name })),
    onError: trouble,
  })
  if (isMe || !(mayWrite || mayActFor)) return null
  return (
    <>
      <Menu
        trigger={
          <Button look="ghost" size="icon" aria-label={t('team.acts_of', { name: member.name })}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        {mayActFor && (
          <MenuItem onSelect={() => setActingFor(true)}>
            <VenetianMask aria-hidden />
            {t('people.act_for')}
          </MenuItem>
        )}
        {mayWrite && (
          <>
            {isAbove && <p className="max-w-60 px-2 py-1 text-xs text-ink-3">{t('people.above_you')}</p>}
            <MenuItem disabled={isAbove} onSelect={() => signOut.mutate()}>
              <LogOut aria-hidden />
              {t('people.sign_out')}
            </MenuItem>
            <MenuItem disabled={isAbove} onSelect={() => update.run({ active: !member.active })}>
              {member.active ? <UserRoundX aria-hidden /> : <UserRoundCheck aria-hidden />}
              {t(member.active ? 'team.deactivate' : 'team.reactivate')}
            </MenuItem>
            <MenuLine />
            <MenuItem danger disabled={isAbove} onSelect={() => setRemoving(true)}>
              <UserX aria-hidden />
              {t('team.remove')}
            </MenuItem>
          </>
        )}
      </Menu>
      {actingFor && <ActForDialog member={member} onClose={() => setActingFor(false)} />}
      {removing && (
        <Confirm
          open
          onOpenChange={setRemoving}
          title={t('team.remove_title', { name: member.name })}
          description={t('team.remove_body')}
          action={t('team.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
    </>
  )
}
