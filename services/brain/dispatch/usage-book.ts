/** What one provider (null: the built-in engine) did on one day; `cost` in US dollars, `firstTokenMs` summed over `firstTokenCount`. */
export type Tally = {
  tenantId: string
  /** `YYYY-MM-DD`, UTC. */
  day: string
  providerId: string | null
  turns: number
  failures: number
  inputTokens: number
  outputTokens: number
  cost: number
  firstTokenMs: number
  firstTokenCount: number
}

/** What is added to a tally; what is left out is zero. */
export type Use = Partial<Omit<Tally, 'tenantId' | 'day' | 'providerId'>>

type Spending = { month: string; byProvider: Map<string, number>; readAt: number }

const empty = { turns: 0, failures: 0, inputTokens: 0, outputTokens: 0, cost: 0, firstTokenMs: 0, firstTokenCount: 0 }

/** Uses of models of this process that are not stored yet, and what tenants have spent this month as far as this process knows. */
export function createUsageBook() {
  let tallies = new Map<string, Tally>()
  const spending = new Map<string, Spending>()
  const merge = (it: Tally) => {
    const key = `${it.tenantId} ${it.day} ${it.providerId}`
    const tally = tallies.get(key) ?? { ...empty, tenantId: it.tenantId, day: it.day, providerId: it.providerId }
    for (const field of fields) tally[field] += it[field]
    tallies.set(key, tally)
  }
  return {
    note(of: { tenantId: string; day: string; providerId: string | null }, use: Use): void {
      merge({ ...empty, ...use, ...of })
      const known = spending.get(of.tenantId)
      if (known?.month === of.day.slice(0, 7) && of.providerId !== null && use.cost)
        known.byProvider.set(of.providerId, (known.byProvider.get(of.providerId) ?? 0) + use.cost)
    },
    /** Hands out what is not stored; what could not be stored is given back. */
    take(): Tally[] {
      const taken = [...tallies.values()]
      tallies = new Map()
      return taken
    },
    giveBack: (those: readonly Tally[]) => those.forEach(merge),
    /** What each provider of a tenant has spent in a month, what is not stored included; undefined when it was never read. */
    spent: (tenantId: string, month: string): Spending | undefined => {
      const known = spending.get(tenantId)
      return known?.month === month ? known : undefined
    },
    /** Takes over what is stored of a month; must not run while tallies are on their way to the store. */
    setSpent(tenantId: string, month: string, stored: ReadonlyMap<string, number>, now: number, mostTenants: number): Spending {
      const byProvider = new Map(stored)
      for (const it of tallies.values())
        if (it.tenantId === tenantId && it.day.startsWith(month) && it.providerId !== null)
          byProvider.set(it.providerId, (byProvider.get(it.providerId) ?? 0) + it.cost)
      const known = { month, byProvider, readAt: now }
      spending.delete(tenantId)
      spending.set(tenantId, known)
      for (const oldest of spending.keys()) {
        if (spending.size <= mostTenants) break
        spending.delete(oldest)
      }
      return known
    },
  }
}

const fields = Object.keys(empty) as (keyof typeof empty)[]
