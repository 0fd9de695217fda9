import { parseArgs } from 'node:util'
import type { SimulatedCall } from '@myna/contracts/agents-simulation'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { connect } from '#server-client.ts'

const usage = `Usage: myna simulate --agent <id> [--times <n>] [--scenario <name>]... [--suggest] [--json] [--tenant <id>]

Lets simulated callers talk to the draft of an agent and checks what comes of it. Nothing is done: tools are only tried. With --suggest, simulated callers
are first written from what the agent knows and may do, beside those it has. --scenario takes only those of that name. With --json every call is a JSON
line with its transcript and checks, and the last line is the result: "simulationId", "status", "passed", "of".
Exit code 0: all calls passed, 1: some failed, 3: no server, 4: not allowed.`

/** Runs simulated callers against a draft and prints what came of it. */
export const simulate: Command = {
  summary: 'Let simulated callers try an agent before people do.',
  usage,
  async run(args, config) {
    const { values } = parseArgs({
      args,
      options: {
        agent: { type: 'string' },
        times: { type: 'string' },
        scenario: { type: 'string', multiple: true },
        suggest: { type: 'boolean' },
        json: { type: 'boolean' },
        tenant: { type: 'string' },
      },
    })
    const { agent: agentId, json } = values
    const times = Number(values.times ?? 1)
    if (!agentId || !Number.isInteger(times) || times < 1 || times > 50) throw new UsageError(usage)
    const { api } = connect(config, values.tenant)
    const say = (event: object, text: string) => process.stdout.write(`${json ? JSON.stringify(event) : text}\n`)

    if (values.suggest) await api.agents.suggestScenarios({ agentId })
    const chosen = values.scenario && (await idsOf(values.scenario))
    const begun = await api.agents.startSimulation({ agentId, times, ...(chosen ? { scenarioIds: chosen } : {}) })
    let last = begun
    let told = 0
    for await (const { data } of api.agents.watchSimulation({ agentId, simulationId: begun.id })) {
      last = data
      for (const call of data.calls.slice(told)) say(call, reportOf(call))
      told = data.calls.length
    }
    const result = { simulationId: last.id, status: last.status, passed: last.passedCount, of: last.of, draftRevision: last.draftRevision }
    say(result, `${last.sentence}. ${last.passedCount} of ${last.of} passed.`)
    return last.status === 'passed' ? exitCodes.done : exitCodes.failed

    async function idsOf(names: readonly string[]): Promise<string[]> {
      const { items } = await api.agents.listScenarios({ agentId: agentId!, limit: 200 })
      return names.map((name) => {
        const found = items.find((it) => it.name.toLowerCase() === name.toLowerCase())
        if (!found) throw new UsageError(`There is no simulated caller called "${name}". There are: ${items.map((it) => it.name).join(', ') || 'none'}.`)
        return found.id
      })
    }
  },
}

/** A call in lines: what failed, and then the transcript, so that one sees why. */
function reportOf({ passed, scenarioName, attempt, checks, turns }: SimulatedCall): string {
  const head = `${passed ? 'passed' : 'FAILED'}  ${scenarioName}${attempt > 0 ? ` (time ${attempt + 1})` : ''}`
  if (passed) return head
  const failed = checks.filter((it) => !it.passed).map((it) => `    ✗ ${it.sentence}`)
  return [head, ...failed, ...turns.map((turn) => `    ${turn.speaker === 'caller' ? '>' : '<'} ${turn.text}`)].join('\n')
}
