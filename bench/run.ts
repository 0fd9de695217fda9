import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Benchmark, type Figure, lineOf, type Wish } from './figure.ts'
import { describeMachine, machineLine } from './machine.ts'

/** Every benchmark, loaded when it runs. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  contract: async () => (await import('./contract.ts')).contract,
  gateway: async () => (await import('./gateway.ts')).gateway,
  tenant: async () => (await import('./tenant.ts')).tenant,
  events: async () => (await import('./events.ts')).events,
  noise: async () => (await import('./noise.ts')).noise,
  jobs: async () => (await import('./jobs.ts')).jobs,
  knowledge: async () => (await import('./knowledge.ts')).knowledge,
  start: async () => (await import('./start.ts')).start,
  turn: async () => (await import('./turn.ts')).turn,
  answer: async () => (await import('./answer.ts')).answer,
  dispatch: async () => (await import('./dispatch.ts')).dispatch,
  understand: async () => (await import('./understand.ts')).understand,
  sound: async () => (await import('./sound.ts')).sound,
  'call-turn': async () => (await import('./call-turn.ts')).callTurn,
  'call-barge-in': async () => (await import('./call-barge-in.ts')).callBargeIn,
  'call-keys': async () => (await import('./call-keys.ts')).callKeys,
  'call-load': async () => (await import('./call-load.ts')).callLoad,
  'call-soak': async () => (await import('./call-soak.ts')).callSoak,
  console: async () => (await import('./console.ts')).consoleLists,
  survive: async () => (await import('./survive.ts')).survive,
}

const usage = `Usage: npm run bench -- NAME [--json] [--save] [--rounds N] [--calls N] [--minutes N] [--turns N]

  --json    one JSON object a line: the machine first, then each figure
  --save    keep the result in bench/results/NAME.json
  --rounds  how often, --calls with how many calls, --minutes for how long, --turns of how many turns, where a benchmark lets one say so (survive, call-*)
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    save: { type: 'boolean' },
    rounds: { type: 'string' },
    calls: { type: 'string' },
    minutes: { type: 'string' },
    turns: { type: 'string' },
  },
})
const wish: Wish = Object.fromEntries(
  (['rounds', 'calls', 'minutes', 'turns'] as const).flatMap((it) => {
    const value = values[it]
    if (value === undefined) return []
    if (!(Number(value) > 0)) throw new Error(`--${it} is to be a number above 0, not "${value}"`)
    return [[it, Number(value)]]
  }),
)
const [name] = positionals
const load = name === undefined ? undefined : benchmarks[name]
if (load) process.exitCode = await measure(name!, await load())
else {
  if (name !== undefined) process.stderr.write(`There is no benchmark "${name}".\n\n`)
  process.stdout.write(`${usage}\n`)
  for (const [known, open] of Object.entries(benchmarks)) process.stdout.write(`  ${known.padEnd(14)} ${(await open()).summary}\n`)
  process.exitCode = name === undefined ? 0 : 2
}

/** Runs one benchmark; answers 1 when a goal does not hold. */
async function measure(name: string, benchmark: Benchmark): Promise<number> {
  const machine = await describeMachine()
  process.stdout.write(`${values.json ? JSON.stringify({ machine }) : machineLine(machine)}\n`)
  const figures: Figure[] = []
  for await (const figure of benchmark.run(wish)) {
    figures.push(figure)
    process.stdout.write(`${values.json ? JSON.stringify(figure) : lineOf(figure)}\n`)
  }
  if (values.save) {
    const folder = fileURLToPath(new URL('./results/', import.meta.url))
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ name, machine, figures }, null, 2)}\n`)
  }
  return figures.some((it) => it.holds === false) ? 1 : 0
}
