import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { createTeamQueries } from '#store/team-queries.ts'

/** Deletes a team; its members stay. */
export const deleteTeam: Handle<'deleteTeam'> = async ({ teamId }, context) => {
  await context.db.inTenant(context.caller, async (tx) => {
    if (!(await createTeamQueries(tx, context.tenantId).remove(teamId))) throw new Fault('request.not_found', { teamId })
    await context.note(tx, { action: 'delete-team', subject: `team:${teamId}` })
  })
  return {}
}
