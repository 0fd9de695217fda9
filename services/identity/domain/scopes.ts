import type { Contract } from '@myna/contracts'
import { contracts } from '@myna/contracts'

/** Every scope some operation of these contracts asks for, sorted; a scope is `<resource>:<verb>`. */
export function scopesOf(all: Readonly<Record<string, Contract>>): string[] {
  const scopes = Object.values(all).flatMap((contract) => Object.values(contract).map((it) => it.access))
  return [...new Set(scopes.filter((it) => it.includes(':')))].sort()
}

/** Every scope there is in Myna. */
export const allScopes: readonly string[] = scopesOf(contracts)

/** The scopes in both lists; `*` in a list stands for all of them. */
export function intersect(some: readonly string[], others: readonly string[]): string[] {
  const limit = expand(others)
  return expand(some).filter((it) => limit.includes(it))
}

/** A list without `*`: all scopes in its place. */
export function expand(scopes: readonly string[]): string[] {
  return scopes.includes('*') ? [...allScopes] : [...new Set(scopes)]
}

/** Those of `wanted` that `held` lacks. */
export function missingScopes(wanted: readonly string[], held: readonly string[]): string[] {
  const limit = expand(held)
  return expand(wanted).filter((it) => !limit.includes(it))
}
