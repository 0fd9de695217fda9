import type { Agent, AgentConfig, Creation, CreationEvent, CreationStep } from '@myna/contracts/agents'
import type { Scenario, SimulatedCall, Simulation } from '@myna/contracts/agents-simulation'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'
import type { ScenarioBody } from '#simulation/suggest-scenarios.ts'

type Json<T> = ColumnType<T, string, string>

export type AgentTable = {
  tenant_id: string
  id: string
  name: string
  base_id: string
  status: Agent['status']
  draft: Json<AgentConfig>
  draft_revision: number
  published_version: number | null
  /** `draft_revision` as it was when last published. */
  published_revision: number | null
  website: string | null
  created_at: Date
  updated_at: Date
}
export type VersionTable = {
  tenant_id: string
  id: string
  agent_id: string
  number: number
  config: Json<AgentConfig>
  note: string
  published_by: string
  published_at: Date
}
export type CreationTable = {
  tenant_id: string
  id: string
  agent_id: string
  source_id: string
  job_id: string | null
  url: string
  /** A person chose the agent's name. */
  named: boolean
  status: Creation['status']
  steps: Json<z.infer<typeof CreationStep>[]>
  event_count: number
  started_at: Date
  ended_at: Date | null
}
export type CreationEventTable = { tenant_id: string; id: string; creation_id: string; sequence: number; event: Json<z.infer<typeof CreationEvent>> }
export type ScenarioTable = {
  tenant_id: string
  id: string
  agent_id: string
  name: string
  body: Json<ScenarioBody>
  created_at: Date
  updated_at: Date
}
export type SimulationTable = {
  tenant_id: string
  id: string
  agent_id: string
  job_id: string | null
  config: Json<AgentConfig>
  draft_revision: number
  scenarios: Json<Scenario[]>
  whole: boolean
  status: Simulation['status']
  times: number
  done: Generated<number>
  passed_count: Generated<number>
  sentence: string
  started_at: Date
  ended_at: Date | null
}
export type SimulatedCallTable = { tenant_id: string; id: string; simulation_id: string; sequence: number; passed: boolean; call: Json<SimulatedCall> }
export type Tables = {
  agents: AgentTable
  versions: VersionTable
  creations: CreationTable
  creation_events: CreationEventTable
  scenarios: ScenarioTable
  simulations: SimulationTable
  simulated_calls: SimulatedCallTable
}
