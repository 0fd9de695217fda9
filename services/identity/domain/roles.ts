import { builtInRoles } from '@myna/contracts/identity-shapes'
import { allScopes, missingScopes } from '#domain/scopes.ts'

/** A role every organisation has. */
export type BuiltInRole = (typeof builtInRoles)[number]

/** The lowest role that holds each scope; every role above holds it too. A scope that is not here takes an admin. */
const lowestRole: Readonly<Record<string, BuiltInRole>> = {
  'agents:read': 'user',
  'knowledge:read': 'user',
  'brain:read': 'user',
  'voice:read': 'user',
  'tools:read': 'user',
  'apps:read': 'user',
  'apps:run': 'user',
  'calls:read': 'sales_rep',
  'calls:write': 'sales_rep',
  'brain:write': 'sales_rep',
  'tools:run': 'sales_rep',
  'members:read': 'sales_rep',
  'agents:write': 'manager',
  'agents:publish': 'manager',
  'knowledge:write': 'manager',
  'tools:write': 'manager',
  'calls:delete': 'manager',
  'apps:write': 'admin',
  'calls:configure': 'admin',
  'voice:configure': 'admin',
  'keys:read': 'manager',
  'audit:read': 'admin',
  'audit:write': 'admin',
  'brain:configure': 'admin',
  'workspace:write': 'admin',
  'members:write': 'admin',
  'keys:write': 'admin',
  'identity:write': 'admin',
  'traffic:read': 'manager',
  'access:read': 'manager',
  'access:write': 'admin',
}

/** Whether this is the name of a role every organisation has. */
export function isBuiltIn(role: string): role is BuiltInRole {
  return (builtInRoles as readonly string[]).includes(role)
}

/** Whether a scope is about the platform itself: no role of an organisation holds it, only those who operate the platform. */
export function isOfPlatform(scope: string): boolean {
  return scope.startsWith('platform:')
}

const tenantScopes = allScopes.filter((it) => !isOfPlatform(it))

/** What a built-in role may do. */
export function scopesOfRole(role: BuiltInRole): string[] {
  if (role === 'owner') return [...tenantScopes]
  const rank = builtInRoles.indexOf(role)
  return tenantScopes.filter((scope) => builtInRoles.indexOf(lowestRole[scope] ?? 'admin') >= rank)
}

/** Scopes of the contracts that the table of roles does not place; none of them should be left to the rule. */
export function unplacedScopes(): string[] {
  return tenantScopes.filter((it) => !(it in lowestRole))
}

/** Who gives or changes a right. `roles` is empty for keys, so that a key never makes an owner. */
export type Granter = { subject: string; roles: readonly string[]; scopes: readonly string[] }

/** Whether somebody may give a role, or change one who holds it: never more than they have, and only owners make owners. */
export function mayGrant(granter: Granter, role: string, scopesOfThatRole: readonly string[]): boolean {
  if (role === 'owner' && !granter.roles.includes('owner') && granter.subject !== 'operator') return false
  return missingScopes(scopesOfThatRole, granter.scopes).length === 0
}
