import type { Agent, AgentConfig, Creation, CreationEvent, CreationStep } from '@myna/contracts/agents'
import type { ColumnType } from 'kysely'
import type { z } from 'zod'

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
export type Tables = { agents: AgentTable; versions: VersionTable; creations: CreationTable; creation_events: CreationEventTable }
