import { api } from '#api/client.ts'
import type { Agent } from '#api/shapes.ts'
import { isFault } from '#api/fault-words.ts'
import { sampleBusiness } from './sample-business.ts'

export type SampleStep = 'agent' | 'items' | 'publish'

/** Makes an agent of the sample business as a person would: the agent, what it knows, a first version. `at` hears which step runs and how far it is. */
export async function createSample(at: (step: SampleStep, done: number, of: number) => void, mayPublish: boolean): Promise<Agent> {
  const { name, config, items } = sampleBusiness
  at('agent', 0, 1)
  const agent = await made(name, config)
  for (const [done, item] of items.entries()) {
    at('items', done, items.length)
    await api.knowledge.addItem({ baseId: agent.baseId, ...item })
  }
  if (!mayPublish) return agent
  at('publish', 0, 1)
  return api.agents.publishAgent({ agentId: agent.id })
}

/** The sample may have been made before: then this one has a number. */
async function made(name: string, config: (typeof sampleBusiness)['config']): Promise<Agent> {
  for (let number = 1; ; number++) {
    try {
      return await api.agents.createAgent({ name: number === 1 ? name : `${name} ${number}`, config })
    } catch (fault) {
      if (!isFault(fault, 'agents.name_taken') || number >= 20) throw fault
    }
  }
}
