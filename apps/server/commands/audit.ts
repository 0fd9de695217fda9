import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { connect } from '#server-client.ts'

const usage = `Usage: myna audit verify [--json] [--tenant <id>]
       myna audit export [--tenant <id>] > audit.jsonl

verify  walks the audit chain of the organisation and tells of every entry that was edited, removed, inserted, moved or cut off.
        Exit code 0: intact, 1: not.`

/** Verifies and exports the audit log. */
export const audit: Command = {
  summary: 'Verify or export the audit log.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' }, tenant: { type: 'string' } } })
    const { api } = connect(config, values.tenant)
    if (positionals[0] === 'export') {
      for await (const chunk of api.audit.exportEntries({})) process.stdout.write(chunk)
      return exitCodes.done
    }
    if (positionals[0] !== 'verify') throw new UsageError(usage)
    const verdict = await api.audit.verifyChain({})
    if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
    else if (verdict.intact) process.stdout.write(`Intact: ${verdict.entries} entries, each signed and linked.\n`)
    else process.stdout.write(`Not intact:\n${verdict.problems.map((it) => `  ${it.sentence}`).join('\n')}\n`)
    return verdict.intact ? exitCodes.done : exitCodes.failed
  },
}
