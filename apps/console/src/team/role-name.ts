import type { TFunction } from 'i18next'

const builtIn = ['owner', 'admin', 'manager', 'sales_rep', 'user'] as const

/** A role as people call it; custom roles by their own name. */
export function roleName(t: TFunction, role: string): string {
  const known = builtIn.find((it) => it === role)
  return known ? t(`role.${known}`) : role.replaceAll('_', ' ')
}
