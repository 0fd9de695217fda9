import { checkRevision, Fault, newId } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { directoryOf } from '#store/directory.ts'
import { createMemberQueries } from '#store/member-queries.ts'
import { createTeamQueries } from '#store/team-queries.ts'

/** Creates or changes a team of members. */
export const saveTeam: Handle<'saveTeam'> = async (input, context) => {
  const { tenantId } = context
  const directory = await directoryOf(context)
  const memberIds = [...new Set(input.memberIds)]
  const members = await createMemberQueries(directory.read).among(tenantId, memberIds)
  const stranger = memberIds.find((it) => !members.has(it))
  if (stranger) throw new Fault('identity.member_not_found', { userId: stranger })
  const team = { id: input.id ?? newId(), name: input.name, memberIds }
  return context.db.inTenant(context.caller, async (tx) => {
    const teams = createTeamQueries(tx, tenantId)
    let revision = 1
    if (input.id === undefined) await teams.add({ ...team, at: context.clock.now() })
    else {
      const stored = await teams.oneToChange(team.id)
      if (!stored) throw new Fault('request.not_found', { teamId: team.id })
      checkRevision(input.revision, stored.revision)
      revision = stored.revision + 1
      await teams.change({ ...team, revision })
    }
    await context.note(tx, { action: 'save-team', subject: `team:${team.id}`, detail: { name: team.name, members: memberIds.length } })
    return { ...team, revision }
  })
}
