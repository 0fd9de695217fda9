/** What the address of an agent's page may hold besides the agent. */
export type AgentSearch = { tab?: string; talk?: string; category?: string; q?: string; state?: string; view?: string; version?: string; run?: string }

/** The same with one word of it set, or taken out. */
export function withWord(search: AgentSearch, name: keyof AgentSearch, value: string | undefined): AgentSearch {
  const rest = { ...search }
  if (value === undefined) delete rest[name]
  else rest[name] = value
  return rest
}
