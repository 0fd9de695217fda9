/** What the address of an agent's page may hold besides the agent. */
export type AgentSearch = { tab?: string; talk?: string; category?: string; q?: string; state?: string; view?: string; version?: string }
