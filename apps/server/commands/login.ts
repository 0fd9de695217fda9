import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { createClient } from '@myna/sdk'
import { type Command, exitCodes } from '#commands/command.ts'
import { saveKey } from '#server-client.ts'

/** Remembers an API key for a server on another machine. */
export const login: Command = {
  summary: 'Remember an API key for a server on another machine.',
  usage: `Usage: myna login [--url https://myna.example.com]

Asks for an API key (made in the console under "API keys"), checks it and keeps it in ~/.config/myna, readable by you alone.
On the server's own machine no login is needed.`,
  async run(args, config) {
    const { values } = parseArgs({ args, options: { url: { type: 'string' } } })
    const url = (values.url ?? config.url).replace(/\/+$/, '')
    const prompt = createInterface({ input: process.stdin, output: process.stderr })
    const apiKey = (await prompt.question(`API key for ${url}: `)).trim()
    prompt.close()
    const me = await createClient({ baseUrl: `${url}/api/v1`, headers: () => ({ authorization: `Bearer ${apiKey}` }) }).identity.getMe({})
    const file = saveKey({ url, apiKey })
    process.stdout.write(`Signed in to ${me.tenant?.name ?? url}. The key is kept in ${file}.\nUse it with MYNA_URL=${url}.\n`)
    return exitCodes.done
  },
}
