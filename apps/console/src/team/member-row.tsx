import { useMutation } from '@tanstack/react-query'
import { Ellipsis, LogOut, UserRoundCheck, UserRoundX, UserX, VenetianMask } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, queryClient } from '#api/client.ts'
import { useFaultWords } from '#api/fault-words.ts'
import { useMe } from '#api/me.ts'
import type { Member, Role } from '#api/shapes.ts'
import { Initials } from '#shell/menu-looks.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Confirm } from '#ui/dialog.tsx'
import { Select } from '#ui/field.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { tell, tellTrouble } from '#ui/toast.tsx'
import { moment } from '#words/figures.ts'
import { ActForDialog } from './act-for-dialog.tsx'
import { useMayGive } from './grants.ts'
import { roleName } from './role-name.ts'

/** One member, with role and access. */
export function MemberRow({ member, roles, mayWrite }: { member: Member; roles: readonly Role[]; mayWrite: boolean }) {
  const { t } = useTranslation()
  const words = useFaultWords()
  const me = useMe()
  const mayGive = useMayGive()
  const [removing, setRemoving] = useState(false)
  const [actingFor, setActingFor] = useState(false)
  const isMe = me.user?.id === member.userId
  const theirs = roles.find((it) => it.name === member.role)
  const isAbove = theirs !== undefined && !mayGive(theirs)
  // Owners act for those who are none, operators for everybody; nobody while acting already.
  const mayActFor = !isMe && member.active && !me.impersonation && (me.operator || (me.role === 'owner' && member.role !== 'owner'))
  const changed = () => queryClient.invalidateQueries({ queryKey: ['members'] })
  const trouble = (fault: unknown) => tellTrouble(words(fault).sentence)
  const update = useMutation({
    mutationFn: (change: { role?: string; active?: boolean }) => api.identity.updateMember({ userId: member.userId, ...change }),
    onSuccess: async (it, change) => {
      if (change.role) tell(t('team.role_changed', { name: it.name, role: roleName(t, it.role) }))
      await changed()
    },
    onError: trouble,
    onSettled: changed,
  })
  const remove = useMutation({
    mutationFn: () => api.identity.removeMember({ userId: member.userId }),
    onSuccess: async () => {
      setRemoving(false)
      tell(t('team.removed', { name: member.name }))
      await changed()
    },
    onError: trouble,
  })
  const signOut = useMutation({
    mutationFn: () => api.identity.revokeMemberSessions({ userId: member.userId }),
    onSuccess: () => tell(t('people.signed_out', { name: member.name })),
    onError: trouble,
  })
  return (
    <tr className="h-14 border-b [&>td]:px-4 max-sm:[&>td]:px-2 max-sm:[&>td:first-child]:pl-4 lg:[&>td]:px-6">
      <td>
        <div className="flex items-center gap-3">
          <span className="max-sm:hidden">
            <Initials name={member.name} />
          </span>
          <div className="min-w-0">
            <div className="flex items-center gap-2 max-sm:max-w-32 max-sm:flex-wrap max-sm:gap-y-0">
              <span className="truncate font-medium">{member.name}</span>
              {isMe && <span className="text-xs text-ink-3">({t('team.you')})</span>}
              {!member.active && <Badge tone="warn">{t('team.deactivated')}</Badge>}
            </div>
            <div className="truncate text-xs text-ink-3 max-sm:max-w-32">{member.email}</div>
          </div>
        </div>
      </td>
      <td>
        {mayWrite ? (
          <Select
            small
            aria-label={t('team.role_of', { name: member.name })}
            value={update.isPending ? (update.variables.role ?? member.role) : member.role}
            onChange={(event) => update.mutate({ role: event.target.value })}
            disabled={isAbove}
            title={isAbove ? t('people.above_you') : undefined}
            className="!w-auto max-w-36 max-sm:max-w-28"
          >
            {!theirs && <option value={member.role}>{roleName(t, member.role)}</option>}
            {roles.map((it) => (
              <option key={it.name} value={it.name} disabled={!mayGive(it)}>
                {roleName(t, it.name)}
              </option>
            ))}
          </Select>
        ) : (
          roleName(t, member.role)
        )}
      </td>
      <td className="max-lg:hidden">
        <Badge tone={member.secondFactor ? 'ok' : 'neutral'}>{t(member.secondFactor ? 'people.factor_on' : 'people.factor_off')}</Badge>
      </td>
      <td className="text-ink-2 max-md:hidden">{member.lastSeenAt ? moment(member.lastSeenAt) : t('team.never')}</td>
      <td className="text-right">
        {!isMe && (mayWrite || mayActFor) && (
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
                <MenuItem disabled={isAbove} onSelect={() => update.mutate({ active: !member.active })}>
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
        )}
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
      </td>
    </tr>
  )
}
