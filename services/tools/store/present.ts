import type { Connection, Errand, Tool, ToolRun } from '@myna/contracts/tools'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { ConnectionTable, ErrandTable, RunTable, ToolTable } from '#store/tables.ts'

export type ToolRow = Selectable<ToolTable>
export type ConnectionRow = Selectable<ConnectionTable>
export type RunRow = Selectable<RunTable>
export type ErrandRow = Selectable<ErrandTable>

/** What is said of a use that was broken off. */
export const brokenOff = 'It was broken off, and nobody knows whether it took effect.'

/** A tool's row as its contract shows it; headers by name alone. */
export function presentTool(row: ToolRow): Tool {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    description: row.description,
    kind: row.kind,
    connectionId: row.connection_id,
    parameters: row.parameters,
    changes: row.changes,
    timeoutMs: row.timeout_ms,
    enabled: row.enabled,
    request: row.request && { ...row.request, headerNames: row.header_names },
    missing: row.missing,
    revision: row.revision,
    updatedAt: row.updated_at.toISOString(),
  }
}

/** A connection's row as its contract shows it. */
export function presentConnection(row: ConnectionRow & { tool_count: number }): z.infer<typeof Connection> {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    url: row.url,
    plugin: row.plugin,
    health: row.health,
    lastError: row.last_error,
    toolCount: row.tool_count,
    createdAt: row.created_at.toISOString(),
  }
}

/** A run's row as its contract shows it; one that should be over long since was broken off with its process. */
export function presentRun(row: RunRow, now: Date): ToolRun {
  const isLost = row.status === 'running' && row.until !== null && row.until < now
  return {
    id: row.id,
    toolName: row.tool_name,
    agentId: row.agent_id,
    conversationId: row.conversation_id,
    status: isLost ? 'unsure' : row.status,
    arguments: row.arguments,
    result: row.result,
    sentence: isLost ? brokenOff : row.sentence,
    confirmed: row.confirmed,
    tookMs: row.took_ms,
    at: row.at.toISOString(),
  }
}

/** An errand's row as its contract shows it. */
export function presentErrand(row: ErrandRow): z.infer<typeof Errand> {
  return {
    id: row.id,
    kind: row.kind,
    fields: row.fields,
    agentId: row.agent_id,
    conversationId: row.conversation_id,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: row.done_by,
  }
}
