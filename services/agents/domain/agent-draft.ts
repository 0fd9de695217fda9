import { AgentConfig } from '@myna/contracts/agents'
import type { Policy } from '@myna/contracts/dialogue'

/** Some of a config; a field that is undefined is left as it was. */
export type ConfigChange = { [K in keyof AgentConfig]?: AgentConfig[K] | undefined }

/** What an agent starts from when a person makes it by hand. */
export function firstDraft(change: ConfigChange & { businessName: string }, choices: { timeZone: string; country: string }): AgentConfig {
  return changedDraft(
    wholeConfig({ businessName: change.businessName, greeting: `Hello, this is ${change.businessName}. How can I help you?`, ...choices }),
    change,
  )
}

/** A config with what every agent starts from where it says nothing, such as one kept before agents could do so much. */
export const wholeConfig = (config: Partial<AgentConfig> & Pick<AgentConfig, 'businessName' | 'greeting'>): AgentConfig => AgentConfig.parse(config)

/** What an agent of this config may do besides answering. */
export const policyOf = ({ standardGoals, goals, tools, handOffs, remember }: AgentConfig): Policy => ({ standardGoals, goals, tools, handOffs, remember })

/** A draft with some of it changed. */
export function changedDraft(draft: AgentConfig, change: ConfigChange): AgentConfig {
  return { ...draft, ...(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<AgentConfig>) }
}

/** A name nobody has: the wished one, or the wished one with a number. */
export async function freeName(wished: string, isTaken: (name: string) => Promise<boolean>): Promise<string> {
  const name = wished.slice(0, 70).trim()
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!(await isTaken(candidate))) return candidate
  }
}
