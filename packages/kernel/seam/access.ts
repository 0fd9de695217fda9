import type { Access } from '@myna/contracts'
import type { Caller } from '@myna/contracts/caller'
import { Fault } from '#seam/fault.ts'

/** Whether a caller holds a scope; `*` holds all. */
export function holds(caller: Pick<Caller, 'scopes'>, scope: string): boolean {
  return caller.scopes.includes(scope) || caller.scopes.includes('*')
}

/** Throws `request.unauthenticated` or `request.forbidden` unless the caller may use what needs this access. */
export function checkAccess(access: Access, caller: Caller): void {
  if (access === 'public') return
  if (caller.subject === 'anonymous') throw new Fault('request.unauthenticated')
  if (access === 'user') return
  if (access === 'service') {
    if (caller.subject === 'operator' || caller.subject.startsWith('service:')) return
    throw new Fault('request.forbidden', { needs: access, subject: caller.subject })
  }
  if (caller.tenantId === null) throw new Fault('request.forbidden', { needs: 'a tenant', subject: caller.subject })
  if (access === 'member' || holds(caller, access)) return
  throw new Fault('request.forbidden', { needs: access, subject: caller.subject })
}
