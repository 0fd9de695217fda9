import type { Agent, AgentVersion, Creation } from '@myna/contracts/agents'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { wholeConfig } from '#domain/agent-draft.ts'
import type { AgentTable, CreationTable, VersionTable } from '#store/tables.ts'

/** An agent's row as its contract shows it. */
export function presentAgent(row: Selectable<AgentTable>): Agent {
  return {
    id: row.id,
    name: row.name,
    baseId: row.base_id,
    status: row.status,
    draft: wholeConfig(row.draft),
    draftRevision: row.draft_revision,
    publishedVersion: row.published_version,
    hasUnpublishedChanges: row.published_revision !== row.draft_revision,
    website: row.website,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** A version's row as its contract shows it. */
export function presentVersion(row: Selectable<VersionTable>): z.infer<typeof AgentVersion> {
  return { number: row.number, config: wholeConfig(row.config), note: row.note, publishedBy: row.published_by, publishedAt: row.published_at.toISOString() }
}

/** A creation's row as its contract shows it. */
export function presentCreation(row: Selectable<CreationTable>): Creation {
  return {
    id: row.id,
    agentId: row.agent_id,
    url: row.url,
    status: row.status,
    steps: row.steps,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}
