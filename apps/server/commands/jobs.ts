import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { withWorkDesk, workId } from '#commands/with-work-desk.ts'

const usage = `Usage: myna jobs dead [--json] [--limit N]
       myna jobs redrive <job id> | --all

dead     lists jobs that used up their attempts, latest first, with why.
redrive  gives a job, or all of these, all its attempts again.

Reads the database itself: DATABASE_URL, or the embedded one while no server runs on it.`

/** Lists jobs that used up their attempts, and gives them new ones. */
export const jobs: Command = {
  summary: 'List jobs that failed, or run them again.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, all: { type: 'boolean' }, limit: { type: 'string' } },
    })
    const [what, id] = positionals
    if (what === 'dead') {
      const dead = await withWorkDesk(config, (desk) => desk.listDeadJobs(Number(values.limit) || 100))
      if (values.json) process.stdout.write(`${JSON.stringify({ dead })}\n`)
      else if (dead.length === 0) process.stdout.write('No job has failed for good.\n')
      else for (const it of dead) process.stdout.write(`${it.id}  ${it.at.toISOString()}  ${it.service}.${it.name}  ${it.attempts} attempts  ${it.error}\n`)
      return exitCodes.done
    }
    if (what !== 'redrive' || !(values.all ? id === undefined : workId(id))) throw new UsageError(usage)
    const count = await withWorkDesk(config, async (desk) => {
      const ids = values.all ? (await desk.listDeadJobs(100_000)).map((it) => it.id) : [id!]
      let back = 0
      for (const one of ids) back += Number(await desk.redriveJob(one))
      return back
    })
    process.stdout.write(`${count === 0 ? 'Nothing of that is dead' : `${count} jobs have all their attempts again`}.\n`)
    return count === 0 && !values.all ? exitCodes.failed : exitCodes.done
  },
}
