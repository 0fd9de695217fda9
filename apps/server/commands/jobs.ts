import { deadWorkCommand } from '#commands/dead-work.ts'

/** Lists jobs that used up their attempts, and gives them new ones. */
export const jobs = deadWorkCommand({
  summary: 'List jobs that failed, or run them again.',
  usage: `Usage: myna jobs dead [--json] [--limit N]
       myna jobs redrive <job id> | --all

dead     lists jobs that used up their attempts, latest first, with why.
redrive  gives a job, or all of these, all its attempts again.

Reads the database itself: DATABASE_URL, or the embedded one while no server runs on it.`,
  none: 'No job has failed for good.',
  many: 'jobs',
  list: async (desk, limit) =>
    (await desk.listDeadJobs({ limit })).map((it) => ({
      id: it.id,
      line: `${it.id}  ${it.at.toISOString()}  ${it.service}.${it.name}  ${it.attempts} attempts  ${it.error}`,
      shown: it,
    })),
  redrive: async (desk, id) => Number(await desk.redriveJob(id)),
})
