import { useMay, useMe } from '#api/me.ts'
import type { Role } from '#api/shapes.ts'

/** Which roles the person may give: none above their own, and only owners make owners. The server decides. */
export function useMayGive(): (role: Pick<Role, 'name' | 'scopes'>) => boolean {
  const me = useMe()
  const mayWrite = useMay('members:write')
  const held = new Set(me.scopes)
  return (role) => mayWrite && (role.name !== 'owner' || me.role === 'owner') && (held.has('*') || role.scopes.every((it) => held.has(it)))
}
