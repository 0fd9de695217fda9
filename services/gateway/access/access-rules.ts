import type { AccessInput, AddressRange } from '@myna/contracts/gateway-access'
import { type AddressSet, type AddressSpan, addressSet, isIn, readRange } from '#access/address-ranges.ts'
import { readAddress } from '#access/address.ts'
import { readOrigin } from '#access/origin.ts'

/** Rules of access made ready for requests. Undefined sets: no rule of that kind. */
export type ReadyAccess = { allow: AddressSet | undefined; deny: AddressSet | undefined; origins: ReadonlySet<string> }

/** What is wrong with a field, for whoever wrote it. */
export type Problem = { field: string; problem: string }

/** What rules say of an address, and which range decided. */
export type Ruling = { allowed: boolean; because: 'no_rule' | 'allowed' | 'denied' | 'not_listed' | 'no_address'; range: string | null }

/** Rules as they are kept: ranges and origins in one spelling, each once. Problems name what cannot be read. */
export function tidied<R extends Partial<AccessInput>>(rules: R): { rules: R; problems: Problem[] } {
  const problems: Problem[] = []
  const ranges = (field: 'allow' | 'deny', list: readonly AddressRange[]) => {
    const seen = new Map<string, AddressRange>()
    list.forEach(({ range, note }, at) => {
      const span = readRange(range)
      if (typeof span === 'string') problems.push({ field: `${field}.${at}.range`, problem: span })
      else if (!seen.has(span.text)) seen.set(span.text, { range: span.text, note })
    })
    return [...seen.values()]
  }
  const origins = (list: readonly string[]) => {
    const seen = new Set<string>()
    list.forEach((text, at) => {
      const origin = readOrigin(text)
      if (origin) seen.add(origin)
      else
        problems.push({
          field: `origins.${at}`,
          problem: 'This is no address of a website such as https://shop.example.com; a path, a * and null are not possible.',
        })
    })
    return [...seen]
  }
  const tidy = {
    ...rules,
    ...(rules.allow ? { allow: ranges('allow', rules.allow) } : {}),
    ...(rules.deny ? { deny: ranges('deny', rules.deny) } : {}),
    ...(rules.origins ? { origins: origins(rules.origins) } : {}),
  }
  return { rules: tidy, problems: problems.slice(0, 20) }
}

/** Makes tidy rules ready. */
export function readyAccess({ allow, deny, origins }: AccessInput): ReadyAccess {
  const set = (list: readonly AddressRange[]) => (list.length === 0 ? undefined : addressSet(spansOf(list)))
  return { allow: set(allow), deny: set(deny), origins: new Set(origins) }
}

/** Whether a request from an address may pass; an address nobody can read passes only where no list says who may. */
export function mayEnter({ allow, deny }: Pick<ReadyAccess, 'allow' | 'deny'>, ip: string): boolean {
  if (!allow && !deny) return true
  const address = readAddress(ip)
  if (!address) return allow === undefined
  if (deny?.(address)) return false
  return allow === undefined || allow(address)
}

/** The same with the reason, for a person who tries rules out. A denial wins over an allowance. */
export function rulingOf({ allow, deny }: Pick<AccessInput, 'allow' | 'deny'>, ip: string | undefined): Ruling {
  if (allow.length === 0 && deny.length === 0) return { allowed: true, because: 'no_rule', range: null }
  const address = ip === undefined ? undefined : readAddress(ip)
  if (!address) return { allowed: allow.length === 0, because: 'no_address', range: null }
  const denied = spansOf(deny).find((it) => isIn(address, it))
  if (denied) return { allowed: false, because: 'denied', range: denied.text }
  if (allow.length === 0) return { allowed: true, because: 'no_rule', range: null }
  const allowed = spansOf(allow).find((it) => isIn(address, it))
  return allowed ? { allowed: true, because: 'allowed', range: allowed.text } : { allowed: false, because: 'not_listed', range: null }
}

function spansOf(list: readonly AddressRange[]): AddressSpan[] {
  return list.map(({ range }) => readRange(range)).filter((it) => typeof it !== 'string')
}
