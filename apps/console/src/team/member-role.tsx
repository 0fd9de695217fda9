import { useTranslation } from 'react-i18next'
import type { Member, Role } from '#api/shapes.ts'
import { Select } from '#ui/field.tsx'
import { useMayGive } from './grants.ts'
import { roleName } from './role-name.ts'
import { useUpdateMember } from './use-update-member.ts'

/** The role of a member, to change for those who may. */
export function MemberRole({ member, roles, mayWrite }: { member: Member; roles: readonly Role[]; mayWrite: boolean }) {
  const { t } = useTranslation()
  const mayGive = useMayGive()
  const update = useUpdateMember(member)
  const theirs = roles.find((it) => it.name === member.role)
  const isAbove = theirs !== undefined && !mayGive(theirs)
  if (!mayWrite) return roleName(t, member.role)
  return (
    <Select
      small
      aria-label={t('team.role_of', { name: member.name })}
      value={member.role}
      onChange={(event) => update.run({ role: event.target.value })}
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
  )
}
