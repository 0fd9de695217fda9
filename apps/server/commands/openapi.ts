import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { contracts, events } from '@myna/contracts'
import { openapi as documentOf } from '@myna/kernel'
import { type Command, exitCodes } from '#commands/command.ts'
import { version } from '#version.ts'

const file = new URL('../../../docs/openapi.json', import.meta.url)

/** Prints the OpenAPI document; writes or checks the one in the repository. */
export const openapi: Command = {
  summary: 'Print the OpenAPI document of the API.',
  usage: `Usage: myna openapi            prints it
       myna openapi --write    writes docs/openapi.json
       myna openapi --check    exit code 1 when docs/openapi.json is not up to date`,
  async run(args) {
    const { values } = parseArgs({ args, options: { write: { type: 'boolean' }, check: { type: 'boolean' } } })
    const text = `${JSON.stringify(documentOf(contracts, version, events), null, 2)}\n`
    if (values.write) await writeFile(file, text)
    else if (values.check) {
      const fresh = (await readFile(file, 'utf8').catch(() => '')) === text
      process.stdout.write(
        fresh ? 'docs/openapi.json is up to date.\n' : 'docs/openapi.json differs from the contracts. Run "npm run openapi" and commit it.\n',
      )
      return fresh ? exitCodes.done : exitCodes.failed
    } else process.stdout.write(text)
    return exitCodes.done
  },
}
