import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openTenant } from '#chaos/asking.ts'
import { type Engine, openPostgres, openRabbit, openRedis } from '#chaos/engines.ts'
import { emptyTally, putUnderLoad } from '#chaos/load.ts'
import { noiseBeside } from '#chaos/noise.ts'
import { type Count, reckon } from '#chaos/reckoning.ts'
import { openSplit, type Part } from '#chaos/split.ts'
import { openBakery } from '#test/bakery.ts'

const usage = `Usage: npm run chaos [-- --rounds N] [--json] [--log FOLDER]

Six processes over a PostgreSQL, a Redis and a RabbitMQ of their own, under load of writes, reads, jobs, events and calls. Every process is killed, paused and
stopped in order, and every engine killed, paused and cut off, in turn, N times (1). Then what was promised is counted against what is there.
The logs of the processes are left in FOLDER. Exit code 1 when a promise was broken.
`
/** Between two troubles things get some time to stand up again. */
const calmMs = 3_000
const pauseMs = 3_000

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1' }, json: { type: 'boolean' }, log: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help) process.stdout.write(usage)
else process.exitCode = await run(Number(values.rounds))

async function run(rounds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'myna-chaos-'))
  // The engines' own users pass through it.
  chmodSync(folder, 0o711)
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const say = (line: string) => process.stderr.write(`${line}\n`)
  try {
    say('starting PostgreSQL, Redis and RabbitMQ')
    const engines = { postgres: await openPostgres(folder), redis: await openRedis(), rabbit: await openRabbit(folder) }
    for (const it of Object.values(engines)) closers.unshift(() => it.close())
    say('starting six processes')
    const parts = await openSplit(folder, engines)
    closers.unshift(() => Promise.all(parts.map((it) => it.close())))
    closers.unshift(() => values.log && parts.forEach((it) => writeFileSync(`${values.log}/${it.name.replace(' ', '-')}.log`, it.said())))
    const bakery = await openBakery()
    closers.unshift(() => bakery.close())

    const urls = parts.filter((it) => it.name.startsWith('edge')).map((it) => `http://127.0.0.1:${it.port}`)
    const asker = await openTenant(urls, 'Load')
    const agent = await asker.ask((api) => api.agents.createAgent({ name: 'Front desk', config: { businessName: 'Corner Bakery' } }))
    const { baseId, id: agentId } = agent
    await asker.ask((api) => api.agents.publishAgent({ agentId }))
    const tally = emptyTally()
    const stop = new AbortController()
    const load = putUnderLoad(asker, { baseId, agentId, website: bakery.url, tally, signal: stop.signal })
    await sleep(5_000)
    for (let round = 1; round <= rounds; round++)
      await makeTrouble(parts, Object.values(engines), (what) => say(`round ${round}: ${what}; ${tally.writes.size} writes so far`))
    stop.abort()
    say('waiting for what was begun')
    await load
    const counts = await reckon(asker, { baseId, tally })
    counts.push({ what: 'reads that nobody answered', of: tally.reads.answered + tally.reads.gaveUp, broken: tally.reads.gaveUp, examples: [] })
    counts.push({ what: 'calls that could not go on', of: tally.callers.begun, broken: tally.callers.lost, examples: [] })
    say('a noisy organisation beside a quiet one')
    const noise = await noiseBeside(urls, asker, { baseId })
    counts.push({ what: 'requests of a quiet organisation that failed beside a noisy one', of: noise.quiet, broken: noise.failed, examples: noise.examples })
    return report(counts, {
      'writes whose outcome is not known (their keys say so)': tally.unknown.size,
      'processes started again': parts.reduce((sum, it) => sum + it.restarts(), 0),
      'faults met and asked again': Object.fromEntries(asker.met),
      'noisy organisation: answered, refused by limits': `${noise.noisy.answered}, ${noise.noisy.limited}`,
      'quiet organisation, middle and 99th of 100: alone → beside noise, ms': `${noise.alone.join(', ')} → ${noise.beside.join(', ')}`,
    })
  } finally {
    for (const close of closers) await Promise.resolve(close()).catch?.(() => {})
  }
}

async function makeTrouble(parts: readonly Part[], engines: readonly Engine[], say: (what: string) => void): Promise<void> {
  for (const part of parts) {
    say(`${part.name} is killed`)
    part.stop('SIGKILL')
    await sleep(calmMs)
    say(`${part.name} is paused`)
    const pid = part.pid()
    if (pid) process.kill(pid, 'SIGSTOP')
    await sleep(pauseMs)
    if (pid) process.kill(pid, 'SIGCONT')
    await sleep(calmMs)
    say(`${part.name} is stopped in order`)
    part.stop('SIGTERM')
    await sleep(2 * calmMs)
  }
  for (const engine of engines) {
    say(`${engine.name} is killed`)
    await engine.kill()
    await sleep(1_000)
    await engine.start()
    await sleep(2 * calmMs)
    say(`${engine.name} is paused`)
    engine.pause()
    await sleep(pauseMs)
    engine.resume()
    await sleep(calmMs)
    say(`${engine.name} is cut off`)
    engine.wire.cut()
    await sleep(pauseMs)
    engine.wire.mend()
    await sleep(2 * calmMs)
  }
}

function report(counts: readonly Count[], notes: Record<string, unknown>): number {
  const broken = counts.filter((it) => it.broken > 0)
  if (values.json) process.stdout.write(`${JSON.stringify({ counts, notes })}\n`)
  else {
    for (const { what, of, broken: number, examples } of counts)
      process.stdout.write(`${number === 0 ? 'kept  ' : 'BROKEN'}  ${number} of ${of}  ${what}${examples.length > 0 ? `: ${examples.join(' | ')}` : ''}\n`)
    for (const [what, value] of Object.entries(notes)) process.stdout.write(`        ${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
    process.stdout.write(`${counts.length - broken.length} promises kept, ${broken.length} broken\n`)
  }
  return broken.length > 0 ? 1 : 0
}
