import type { Changes, Connection, Errand, ParameterSchema, Tool, ToolRun } from '@myna/contracts/tools'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'

type Json<T> = ColumnType<T, string, string>

export type ConnectionTable = {
  tenant_id: string
  id: string
  kind: z.infer<typeof Connection>['kind']
  name: string
  /** What the names of its tools begin with. */
  slug: string
  url: string | null
  plugin: string | null
  /** Headers of a server, settings of a plugin: a JSON object in the vault. */
  sealed_settings: string
  health: Generated<z.infer<typeof Connection>['health']>
  last_error: string | null
  created_at: Date
}

/** A request as it is stored: its headers are beside it, sealed. */
export type StoredRequest = NonNullable<Omit<NonNullable<Tool['request']>, 'headerNames'>>

export type ToolTable = {
  tenant_id: string
  id: string
  name: string
  title: string
  description: string
  kind: Exclude<Tool['kind'], 'errand'>
  connection_id: string | null
  /** What its plugin or server calls it. */
  hosted_name: string | null
  parameters: Json<ParameterSchema>
  changes: Changes
  timeout_ms: number
  enabled: boolean
  request: ColumnType<StoredRequest | null, string | null, string | null>
  header_names: ColumnType<string[], string | undefined, string>
  sealed_headers: string | null
  missing: Generated<boolean>
  revision: Generated<number>
  updated_at: Date
}

export type RunTable = {
  tenant_id: string
  id: string
  tool_name: string
  agent_id: string | null
  conversation_id: string | null
  status: ToolRun['status']
  arguments: Json<Record<string, unknown>>
  result: ColumnType<unknown, string | null, string | null>
  sentence: string | null
  confirmed: boolean
  key: string | null
  /** Digest of the arguments as they came, in the vault: short numbers could be guessed from a bare one. */
  sealed_digest: string | null
  took_ms: Generated<number>
  at: Date
  /** While it runs: when it is over in any case. */
  until: Date | null
}

export type ErrandTable = {
  tenant_id: string
  id: string
  kind: z.infer<typeof Errand>['kind']
  fields: Json<Record<string, unknown>>
  agent_id: string | null
  conversation_id: string | null
  state: z.infer<typeof Errand>['state']
  created_at: Date
  done_at: Date | null
  done_by: string | null
}

export type Tables = { connections: ConnectionTable; tools: ToolTable; runs: RunTable; errands: ErrandTable }
