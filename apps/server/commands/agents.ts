import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import type { Config } from '#config.ts'
import { connect } from '#server-client.ts'

const usage = `Usage: myna agents create --url <website> [--name <name>] [--wait] [--json] [--tenant <id>]
       myna agents list [--json] [--tenant <id>]

create  builds an agent from a website. With --wait it shows the progress and ends when the agent is ready; its last line is the result.
        With --json every line is a JSON object; the last one has "agentId", "creationId", "status" and "url".
        Exit code 0: done (or begun, without --wait), 1: a step failed, 3: no server, 4: not allowed.`

/** Builds and lists agents. */
export const agents: Command = {
  summary: 'Build an agent from a website; list agents.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: 'string' }, name: { type: 'string' }, tenant: { type: 'string' }, wait: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    if (positionals[0] === 'list') return list(config, values)
    if (positionals[0] !== 'create' || !values.url) throw new UsageError(usage)
    return create(config, { ...values, url: values.url })
  },
}

type Options = { name?: string; tenant?: string; wait?: boolean; json?: boolean }

async function create(config: Config, { url, name, tenant, wait, json }: Options & { url: string }): Promise<number> {
  const { api } = connect(config, tenant)
  const say = (event: object, text: string) => process.stdout.write(`${json ? JSON.stringify(event) : text}\n`)
  let creation = await api.agents.createFromWebsite({ url, ...(name ? { name } : {}) })
  if (wait) {
    for await (const { data } of api.agents.watchCreation({ creationId: creation.id })) {
      creation = data.creation
      say({ at: data.at, step: data.step, sentence: data.sentence }, data.sentence)
    }
  }
  const { agentId, id: creationId, status } = creation
  const result = {
    agentId,
    creationId,
    status,
    url: creation.url,
    steps: creation.steps.map(({ name: step, status: state, sentence, fault }) => ({ step, status: state, sentence, fault })),
  }
  say(result, wait && status === 'done' ? `Agent ${agentId} is ready: ${config.url}/agents/${agentId}` : `Agent ${agentId}: ${status}`)
  return !wait || status === 'done' ? exitCodes.done : exitCodes.failed
}

async function list(config: Config, { tenant, json }: Options): Promise<number> {
  const { api } = connect(config, tenant)
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await api.agents.listAgents({ limit: 100, ...(cursor ? { cursor } : {}) })
    for (const { id, name, status, website } of items)
      process.stdout.write(json ? `${JSON.stringify({ agentId: id, name, status, website })}\n` : `${id}  ${status.padEnd(8)}  ${name}\n`)
    if (!next) return exitCodes.done
    cursor = next
  }
}
