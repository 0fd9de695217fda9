import { Fault } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { keptValue } from '#domain/kept.ts'
import { redacted } from '#domain/redacted.ts'
import { claimRun, type Wish } from '#running/claim-run.ts'
import { findTool } from '#running/find-tool.ts'
import { noteErrand } from '#running/note-errand.ts'
import { checkOf } from '#running/room.ts'
import { filledRequestOf, runOutside } from '#running/run-outside.ts'
import { presentRun } from '#store/present.ts'

/** Uses a tool. What changes something needs the caller's yes; the same key acts once; a dry run checks everything and does nothing. */
export const runTool: Handle<'runTool'> = async ({ tool: name, arguments: args, confirmed, dryRun, key, agentId, conversationId }, context) => {
  const { caller, clock, db } = context
  const tool = await findTool(name, context)
  if (!tool.enabled) throw new Fault('tools.disabled', { tool: name })
  const problems = checkOf(context, tool.parameters)(args)
  if (problems.length > 0)
    throw new Fault('tools.arguments_wrong', { problems }, { fields: problems.map(({ path, problem }) => ({ field: path || 'arguments', problem })) })
  if (tool.outside) filledRequestOf(tool.outside, args)
  if (tool.changes !== 'nothing' && !confirmed && !dryRun) throw new Fault('tools.needs_yes', { tool: name, changes: tool.changes })

  const keptArguments = keptValue(args, redacted) as Record<string, unknown>
  const wish: Wish = { toolName: name, arguments: args, keptArguments, confirmed, key: dryRun ? undefined : key, agentId, conversationId }
  if (dryRun) {
    const { mine } = await db.inTenant(caller, (tx) => claimRun(context, tx, wish, { status: 'tried', until: null, isHarmless: true }))
    return presentRun(mine!, clock.now())
  }
  const run = tool.outside ? await runOutside(context, tool.outside, wish) : await noteErrand(context, tool.notes, wish)
  return presentRun(run, clock.now())
}
