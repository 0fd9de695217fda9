import { Fault } from '@myna/kernel'
import { networkOf } from '#access/address.ts'
import type { Arriving, Passing, Step } from '#edge/steps.ts'
import { leftHeader, policyHeader, retryAfter, type Told } from '#limits/limit-headers.ts'
import { type RouteClass, routeClassOf } from '#limits/route-class.ts'
import type { Window } from '#limits/windows.ts'
import { type Gate, isOperator } from '#store/gate.ts'
import type { TenantRules } from '#store/rule-book.ts'
import { monthOf, monthSpan } from '#store/traffic-queries.ts'

type Held = Told & { window: Window }

/** Holds requests to how many there may be in a minute, by organisation, person, key and address, and in a month. */
export function limitStep(gate: Gate): Step {
  /** Counts a request against all that hold it, or refuses it; waits only where this process must ask what others have used. */
  function hold(request: Arriving, all: readonly Held[], policies: string, rules?: TenantRules): Fault | undefined | Promise<Fault | undefined> {
    const { windows } = gate.opened()
    let wait: Promise<void>[] | undefined
    for (const { window, limit, name } of all) {
      if (windows.left(window, limit) <= 0) return refused(request, name, limit, windows.resetsInMs(window), policies)
      const sure = windows.sure(window, limit)
      if (sure) (wait ??= []).push(sure)
    }
    if (wait) return Promise.all(wait).then(() => hold(request, all, policies, rules))
    let nearest = all[0]!
    let share = 2
    let left = 0
    for (const it of all) {
      windows.take(it.window)
      const remains = windows.left(it.window, it.limit)
      if (remains / it.limit >= share) continue
      share = remains / it.limit
      nearest = it
      left = remains
    }
    request.addHeader('ratelimit-policy', policies)
    request.addHeader('ratelimit', leftHeader(nearest.name, left, windows.resetsInMs(nearest.window)))
    if (rules) rules.month.since++
    return undefined
  }

  function refused(request: Arriving, name: string, limit: number, resetsInMs: number, policies: string): Fault {
    const seconds = retryAfter(resetsInMs)
    request.addHeader('ratelimit-policy', policies)
    request.addHeader('ratelimit', leftHeader(name, 0, resetsInMs))
    request.addHeader('retry-after', seconds)
    return new Fault(
      'request.rate_limited',
      { limit: name, perMinute: limit },
      { fields: [{ field: '', problem: `Come back in ${seconds} seconds: "${name}" allows ${limit} in a minute.` }] },
    )
  }

  function byAddress(request: Arriving, kind: 'anonymous' | 'signIn', limit: number) {
    const name = kind === 'signIn' ? 'sign-in' : 'anonymous'
    const window = gate.opened().windows.windowOf(`${kind} ${networkOf(request.ip)}`)
    return hold(request, [{ name, limit, window }], policyHeader([{ name, limit }]))
  }

  function byTenant(request: Passing, rules: TenantRules): Fault | undefined | Promise<Fault | undefined> {
    const usedUp = overQuota(request, rules)
    if (usedUp) return usedUp
    if (isOff()) {
      rules.month.since++
      return undefined
    }
    const { windows } = gate.opened()
    const { holding } = rules
    const { subject } = request.caller
    const isKey = subject.startsWith('key:')
    const own = isKey ? rules.keys.get(subject.slice(4))?.perMinute : undefined
    const kind = routeClassOf(request.service, request.operation, request.declared, request.method)
    const ofSubject = isKey ? Math.min(holding.key, own ?? Number.POSITIVE_INFINITY) : holding.user
    const all: Held[] = [
      { name: 'tenant', limit: holding.tenant, window: tenantWindow(gate, rules, 'tenant') },
      { name: isKey ? 'key' : 'user', limit: ofSubject, window: windows.windowOf(subject) },
    ]
    if (kind !== 'signIn') all.push({ name: kind, limit: holding[kind], window: tenantWindow(gate, rules, kind) })
    const named = `${kind} ${ofSubject} ${isKey}`
    let policies = rules.policies.get(named)
    if (policies === undefined) rules.policies.set(named, (policies = policyHeader(all)))
    return hold(request, all, policies, rules)
  }

  function overQuota(request: Passing, rules: TenantRules): Fault | undefined {
    const { monthlyRequests, month } = rules
    if (monthlyRequests === null || month.written + month.since < monthlyRequests) return undefined
    const now = gate.opened().now()
    // What was counted in the month before holds nobody up in this one.
    if (month.name !== monthOf(now)) return undefined
    const { until } = monthSpan(now)
    request.addHeader('retry-after', retryAfter(until.getTime() - now))
    return new Fault(
      'request.quota_used_up',
      { monthlyRequests },
      { fields: [{ field: '', problem: `${monthlyRequests} requests are used up until ${until.toISOString().slice(0, 10)}.` }] },
    )
  }

  /** Whether the operator wants no limits of a minute at all. */
  const isOff = () => gate.opened().context.ports.limitFactor === 0

  return {
    name: 'limits',
    arrive(request) {
      if (isOff() || routeClassOf(request.service, request.operation, request.declared, request.method) !== 'signIn') return undefined
      const { book, windows } = gate.opened()
      const { signIn, signInAlone } = book.platform().limits
      return byAddress(request, 'signIn', windows.isAlone() ? Math.min(signIn, signInAlone) : signIn)
    },
    before(request) {
      const { tenantId } = request.caller
      if (isOperator(request.caller)) return undefined
      const { book } = gate.opened()
      if (tenantId === null) {
        if (isOff()) return undefined
        const isSignIn = routeClassOf(request.service, request.operation, request.declared, request.method) === 'signIn'
        return isSignIn ? undefined : byAddress(request, 'anonymous', book.platform().limits.anonymous)
      }
      const rules = book.of(tenantId)
      return rules instanceof Promise ? rules.then((it) => byTenant(request, it)) : byTenant(request, rules)
    },
  }
}

/** What an organisation has used of one of its limits. */
export function tenantWindow(gate: Gate, { tenantId, windows }: TenantRules, limit: 'tenant' | Exclude<RouteClass, 'signIn'>): Window {
  let window = windows.get(limit)
  if (window === undefined) windows.set(limit, (window = gate.opened().windows.windowOf(`${limit} ${tenantId}`)))
  return window
}
