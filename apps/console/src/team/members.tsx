import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import { useMe } from '#api/me.ts'
import type { Member, Role } from '#api/shapes.ts'
import { useEach } from '#api/use-each.ts'
import { Initials } from '#shell/menu-looks.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { type Column, RowTable } from '#ui/row-table.tsx'
import type { Sorting } from '#ui/sorting.ts'
import { When } from '#ui/when.tsx'
import { useMayGive } from './grants.ts'
import { Invitations } from './invitations.tsx'
import { MemberActs } from './member-acts.tsx'
import { MemberRole } from './member-role.tsx'

type Props = {
  members: readonly Member[]
  roles: readonly Role[]
  /** Ids of those who have the console open. */
  here: readonly string[]
  mayWrite: boolean
  answerTo: string
  sorting: Sorting
  openId: string | undefined
  onOpen: (userId: string) => void
}

const idOf = (it: Member) => it.userId

/** The members of the organisation as rows, and who is invited below them. */
export function Members({ members, roles, here, mayWrite, answerTo, sorting, openId, onOpen }: Props) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const mayGive = useMayGive()
  const myId = me.user?.id
  const setActive = useEach((it: Member) => api.identity.updateMember({ userId: it.userId, active: it.active }), ['members'])
  const open = useCallback((it: Member) => onOpen(it.userId), [onOpen])
  const columns = useMemo<Column<Member>[]>(
    () => [
      {
        name: 'name',
        head: t('team.name'),
        width: 'minmax(0,2fr)',
        sorts: true,
        cell: (member) => (
          <div className="flex items-center gap-3">
            <span className="max-sm:hidden">
              <Initials name={member.name} />
            </span>
            <div className="min-w-0">
              <div className="flex items-center gap-2">
                <button type="button" onClick={() => open(member)} className="truncate text-left font-medium hover:underline">
                  {member.name}
                </button>
                {member.userId === myId && <span className="text-xs text-ink-3">({t('team.you')})</span>}
                {here.includes(member.userId) && member.userId !== myId && (
                  <Badge tone="ok" dot>
                    {t('people.here')}
                  </Badge>
                )}
                {!member.active && <Badge tone="warn">{t('team.deactivated')}</Badge>}
              </div>
              <div className="truncate text-xs text-ink-3">{member.email}</div>
            </div>
          </div>
        ),
      },
      {
        name: 'role',
        head: t('team.role'),
        width: 'clamp(7rem,16vw,10rem)',
        sorts: true,
        cell: (member) => <MemberRole member={member} roles={roles} mayWrite={mayWrite} />,
      },
      {
        name: 'factor',
        head: t('people.factor'),
        width: '9rem',
        lean: true,
        cell: (member) => <Badge tone={member.secondFactor ? 'ok' : 'neutral'}>{t(member.secondFactor ? 'people.factor_on' : 'people.factor_off')}</Badge>,
      },
      {
        name: 'seen',
        head: t('team.last_seen'),
        width: '8rem',
        lean: true,
        right: true,
        sorts: true,
        cell: (member) => (member.lastSeenAt ? <When at={member.lastSeenAt} /> : <span className="text-ink-3">{t('team.never')}</span>),
      },
      {
        name: 'acts',
        head: <span className="sr-only">{t('act.more')}</span>,
        width: '2.25rem',
        cell: (member) => <MemberActs member={member} roles={roles} mayWrite={mayWrite} />,
      },
    ],
    [t, i18n.language, roles, here, mayWrite, myId, open],
  )
  /** Those of the selected whose access the person may take or give back. */
  const changeable = (rows: readonly Member[]) =>
    rows.filter((it) => {
      const theirs = roles.find((role) => role.name === it.role)
      return it.userId !== myId && (theirs === undefined || mayGive(theirs))
    })
  const change = (rows: readonly Member[], active: boolean, clear: () => void) =>
    setActive.run(
      changeable(rows).map((it) => ({ ...it, active })),
      clear,
    )
  return (
    <RowTable
      label={t('team.members')}
      rows={members}
      columns={columns}
      keyOf={idOf}
      rowHeight={56}
      answerTo={answerTo}
      sorting={sorting}
      openKey={openId}
      onOpen={open}
      selection={
        mayWrite
          ? {
              nameOf: (it) => it.name,
              acts: ({ rows, clear }) => (
                <>
                  <Button size="small" busy={setActive.busy} onClick={() => change(rows(), false, clear)}>
                    <UserRoundX aria-hidden />
                    {t('team.deactivate')}
                  </Button>
                  <Button size="small" busy={setActive.busy} onClick={() => change(rows(), true, clear)}>
                    <UserRoundCheck aria-hidden />
                    {t('team.reactivate')}
                  </Button>
                </>
              ),
            }
          : undefined
      }
      foot={<Invitations mayWrite={mayWrite} />}
    />
  )
}
