import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { withWorkDesk, workId } from '#commands/with-work-desk.ts'

const usage = `Usage: myna events dead [--json] [--limit N]
       myna events redrive <event id> | --all

dead     lists events that a service failed to take in, latest first, with why.
redrive  delivers an event, or all of these, again.

Reads the database itself: DATABASE_URL, or the embedded one while no server runs on it.`

/** Lists events that could not be delivered, and delivers them again. */
export const events: Command = {
  summary: 'List events that failed, or deliver them again.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, all: { type: 'boolean' }, limit: { type: 'string' } },
    })
    const [what, id] = positionals
    if (what === 'dead') {
      const dead = await withWorkDesk(config, (desk) => desk.listDeadEvents(Number(values.limit) || 100))
      if (values.json) process.stdout.write(`${JSON.stringify({ dead })}\n`)
      else if (dead.length === 0) process.stdout.write('No event has failed for good.\n')
      else
        for (const it of dead)
          process.stdout.write(`${it.eventId}  ${it.at.toISOString()}  ${it.name} → ${it.listener}  ${it.attempts} attempts  ${it.error}\n`)
      return exitCodes.done
    }
    if (what !== 'redrive' || !(values.all ? id === undefined : workId(id))) throw new UsageError(usage)
    const count = await withWorkDesk(config, async (desk) => {
      const ids = values.all ? new Set((await desk.listDeadEvents(100_000)).map((it) => it.eventId)) : [id!]
      let deliveries = 0
      for (const one of ids) deliveries += await desk.redriveEvent(one)
      return deliveries
    })
    process.stdout.write(`${count === 0 ? 'Nothing of that is dead' : `${count} deliveries have all their attempts again`}.\n`)
    return count === 0 && !values.all ? exitCodes.failed : exitCodes.done
  },
}
