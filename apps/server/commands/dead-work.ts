import { parseArgs } from 'node:util'
import type { WorkDesk } from '@myna/kernel'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { withWorkDesk, workId } from '#commands/with-work-desk.ts'
import type { Config } from '#config.ts'

/** A kind of work that can fail for good, as a command speaks of it. */
export type DeadWork = {
  summary: string
  usage: string
  /** What to say when nothing has failed, and what came back when something did. */
  none: string
  many: string
  list(desk: WorkDesk, limit: number): Promise<readonly { line: string; id: string; shown: object }[]>
  /** Answers how many came back. */
  redrive(desk: WorkDesk, id: string): Promise<number>
  /** Another place where such work is put aside; undefined where there is none. */
  beside?(
    config: Config,
  ): Promise<{ list(): Promise<readonly { line: string; shown: object }[]>; redriveAll(): Promise<number>; close(): Promise<void> } | undefined>
}

const all = 100_000

/** `dead` lists such work, `redrive` gives it all its attempts again. */
export function deadWorkCommand({ summary, usage, none, many, list, redrive, beside }: DeadWork): Command {
  return {
    summary,
    usage,
    async run(args, config) {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { json: { type: 'boolean' }, all: { type: 'boolean' }, limit: { type: 'string' } },
      })
      const [what, id] = positionals
      if (what !== 'dead' && (what !== 'redrive' || !(values.all ? id === undefined : workId(id)))) throw new UsageError(usage)
      const other = await beside?.(config)
      try {
        if (what === 'dead') {
          const dead = await withWorkDesk(config, (desk) => list(desk, Number(values.limit) || 100))
          const besides = (await other?.list()) ?? []
          const lines = [...dead, ...besides].map((it) => it.line)
          if (values.json)
            process.stdout.write(`${JSON.stringify({ dead: dead.map((it) => it.shown), ...(other ? { words: besides.map((it) => it.shown) } : {}) })}\n`)
          else process.stdout.write(`${lines.length === 0 ? none : lines.join('\n')}\n`)
          return exitCodes.done
        }
        let count = await withWorkDesk(config, async (desk) => {
          const ids = values.all ? new Set((await list(desk, all)).map((it) => it.id)) : [id!]
          let back = 0
          for (const one of ids) back += await redrive(desk, one)
          return back
        })
        if (values.all) count += (await other?.redriveAll()) ?? 0
        process.stdout.write(`${count === 0 ? 'Nothing of that is dead' : `${count} ${many} have all their attempts again`}.\n`)
        return count === 0 && !values.all ? exitCodes.failed : exitCodes.done
      } finally {
        await other?.close()
      }
    },
  }
}
