import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import type { Command } from '#commands/command.ts'
import { folderOf, keepCompiledCode } from '#data-folder.ts'
import { findSupervisor } from '#supervised.ts'

/** Compiled code is written so long after the start. */
const keepCodeAfterMs = 10_000

/** Starts the server and runs until it is told to stop. */
export const serve: Command = {
  summary: 'Start the server.',
  usage: `Usage: myna serve [--target=all|edge|talk|work|office|<service>,…] [--alone]

Starts the services of the target; all of them by default, in one process on the embedded database.
With other targets set DATABASE_URL, MYNA_SECRET and MYNA_ADDRESSES. SIGTERM stops it without losing work.
A small process above it keeps its port and starts it again when it dies; --alone serves without, where something else does that.`,
  async run(args, config) {
    const { values } = parseArgs({ args, options: { target: { type: 'string' }, alone: { type: 'boolean' }, supervised: { type: 'boolean' } } })
    const supervisor = values.supervised ? findSupervisor() : undefined
    const given = supervisor?.sockets()
    keepCompiledCode(folderOf(config))
    const { startProcess } = await import('#process.ts')
    const running = await startProcess(values.target ? { ...config, target: values.target } : config, given)
    if ((await given)?.length === 0) supervisor?.keep(running.sockets)
    supervisor?.tell('ready')
    const where = running.database === 'embedded' ? `embedded database in ${config.dataFolder}` : 'PostgreSQL'
    // When the first who waited have been served; a process that is killed writes nothing.
    setTimeout(flushCompileCache, keepCodeAfterMs).unref()
    const code = await new Promise<number>((resolve) => {
      let asked = false
      for (const signal of supervisor ? (['SIGTERM'] as const) : (['SIGINT', 'SIGTERM'] as const))
        process.on(signal, () => {
          if (asked) process.exit(130)
          asked = true
          supervisor?.tell('stopping')
          process.stdout.write('Stopping; work in hand is being finished.\n')
          running.stop().then(
            () => resolve(0),
            (error: unknown) => {
              process.stderr.write(`${String(error)}\n`)
              resolve(1)
            },
          )
        })
      // Whoever reads this may tell it to stop at once.
      process.stdout.write(`Myna is ready at ${running.url}\n  ${where}; services: ${running.services.join(', ')}\n`)
    })
    process.exit(code)
  },
}
