import { type Config, ConfigRefusal, readConfig } from '#config.ts'
import { type Command, exitCodes } from '#commands/command.ts'

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('#commands/serve.ts')).serve,
  migrate: async () => (await import('#commands/migrate.ts')).migrate,
  agents: async () => (await import('#commands/agents.ts')).agents,
  ask: async () => (await import('#commands/ask.ts')).ask,
  simulate: async () => (await import('#commands/simulate.ts')).simulate,
  understand: async () => (await import('#commands/understand.ts')).understand,
  audit: async () => (await import('#commands/audit.ts')).audit,
  events: async () => (await import('#commands/events.ts')).events,
  jobs: async () => (await import('#commands/jobs.ts')).jobs,
  login: async () => (await import('#commands/login.ts')).login,
  models: async () => (await import('#commands/models.ts')).models,
  probe: async () => (await import('#commands/probe.ts')).probe,
  doctor: async () => (await import('#commands/doctor.ts')).doctor,
  openapi: async () => (await import('#commands/openapi.ts')).openapi,
}

/** Runs one command of the command line; answers its exit code. What went wrong is one sentence on standard error. */
export async function runCommand(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${await helpText()}\n`)
    return exitCodes.done
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    process.stderr.write(`There is no command "${name}". "myna help" lists those there are.\n`)
    return exitCodes.usage
  }
  const command = await load()
  let config: Config | undefined
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n`)
    return exitCodes.done
  }
  try {
    config = readConfig(env)
    return await command.run(rest, config)
  } catch (error) {
    return report(error, config?.url)
  }
}

async function helpText(): Promise<string> {
  const lines = await Promise.all(Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`))
  const { variables } = await import('#variables.ts')
  const settings = Object.entries(variables).map(([name, it]) => `  ${name.padEnd(24)} ${it.summary.replaceAll('`', '')} Default: ${it.fallback}`)
  return ['Usage: myna <command> [options]', '', ...lines, '', '"myna <command> --help" tells more. Settings, by environment:', ...settings].join('\n')
}

/** One sentence for what went wrong, and the exit code of its kind; unexpected errors keep their stack. */
function report(error: unknown, url: string | undefined): number {
  const { name, message, code, status, fields, traceId } = error as Error & {
    code?: string
    status?: number
    fields?: { field: string; problem: string }[]
    traceId?: string
  }
  if (error instanceof ConfigRefusal || name === 'DatabaseRefusal' || name === 'HouseRefusal' || name === 'AddressRefusal') {
    process.stderr.write(`${message}\n`)
    return exitCodes.refused
  }
  if (name === 'UsageError' || code?.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${message}\n`)
    return exitCodes.usage
  }
  if (name === 'ApiFault' && code === 'server.unavailable' && traceId === undefined) {
    process.stderr.write(`Nothing answers at ${url}. Start Myna there, or set MYNA_URL to where it runs.\n`)
    return exitCodes.unreachable
  }
  if (name === 'ApiFault') {
    const which = fields?.map((it) => `${it.field}: ${it.problem}`).join('; ')
    process.stderr.write(`${message}${which ? ` (${which})` : ''}${traceId ? ` [request ${traceId}]` : ''}\n`)
    return code === 'server.unavailable' ? exitCodes.unreachable : status === 401 || status === 403 ? exitCodes.refused : exitCodes.failed
  }
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
  return exitCodes.failed
}
