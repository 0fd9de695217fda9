import { useTranslation } from 'react-i18next'
import { api } from '#api/client.ts'
import type { Member } from '#api/shapes.ts'
import { patched, useWrite } from '#api/use-write.ts'
import { roleName } from './role-name.ts'

type Change = { role?: string; active?: boolean }

/** Gives a member another role, or takes and gives back access: shown at once, put back when it is refused, undone by its opposite. */
export function useUpdateMember(member: Member) {
  const { t } = useTranslation()
  return useWrite<Change, Member>({
    send: (change) => api.identity.updateMember({ userId: member.userId, ...change }),
    keys: [['members'], ['member', member.userId]],
    apply: (shown, change) => patched<Member>(shown, (it) => it.userId === member.userId, change),
    told: (saved, change) =>
      change.role
        ? t('team.role_changed', { name: saved.name, role: roleName(t, saved.role) })
        : t(saved.active ? 'team.reactivated' : 'team.now_deactivated', { name: saved.name }),
    undo: (change) => (change.role ? { role: member.role } : { active: member.active }),
    what: () => member.name,
  })
}
