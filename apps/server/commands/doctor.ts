import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, exitCodes } from '#commands/command.ts'
import { createLog } from '@myna/kernel'
import type { Config } from '#config.ts'
import { lookAtEngines } from '#look-at-engines.ts'
import { connect } from '#server-client.ts'

type Finding = { what: string; state: 'well' | 'note' | 'bad'; sentence: string }

/** Looks at the installation and tells what is well, what is missing and what to do. */
export const doctor: Command = {
  summary: 'Look at the installation and tell what is missing.',
  usage: `Usage: myna doctor [--json]

Checks the program, the data folder, the server and its speech engines, and uses the database, Redis, object store and broker that the settings name. Exit code 1 when something is bad.`,
  async run(args, config) {
    const findings = [program(), await dataFolder(config), await secretFiles(config), ...(await engines(config)), ...(await server(config))]
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ findings })}\n`)
    else for (const { what, state, sentence } of findings) process.stdout.write(`${{ well: 'well', note: 'note', bad: 'BAD ' }[state]}  ${what}: ${sentence}\n`)
    return findings.some((it) => it.state === 'bad') ? exitCodes.failed : exitCodes.done
  },
}

function program(): Finding {
  const major = Number(process.versions.node.split('.')[0])
  return {
    what: 'Node.js',
    state: major >= 24 ? 'well' : 'bad',
    sentence: major >= 24 ? process.version : `${process.version} is too old; Myna needs 24. Run it by "npm start" or "npx myna".`,
  }
}

async function dataFolder({ dataFolder: folder }: Config): Promise<Finding> {
  const what = 'Data folder'
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    const freeGb = (bavail * bsize) / 1e9
    return { what, state: freeGb < 1 ? 'bad' : 'well', sentence: `${folder}, ${freeGb.toFixed(1)} GB free${freeGb < 1 ? '; make room' : ''}.` }
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return {
      what,
      state: missing ? 'note' : 'bad',
      sentence: missing ? `${folder} does not exist yet; the first start makes it.` : `${folder} cannot be written. Set MYNA_DATA to a folder that can.`,
    }
  }
}

async function secretFiles({ dataFolder: folder }: Config): Promise<Finding> {
  const what = 'Secrets'
  const open: string[] = []
  for (const name of ['installation.key', 'audit-signing.pem', 'operator.token']) {
    const info = await stat(join(folder, 'secrets', name)).catch(() => undefined)
    if (info && (info.mode & 0o077) !== 0) open.push(name)
  }
  if (open.length > 0) return { what, state: 'bad', sentence: `${open.join(', ')} can be read by others. Run: chmod 600 ${join(folder, 'secrets')}/*` }
  return { what, state: 'well', sentence: 'readable by their owner alone.' }
}

async function engines(config: Config): Promise<Finding[]> {
  const reports = await lookAtEngines(config, createLog({ level: 'silent' }))
  return reports.map(({ name, kind, state, sentence }) => ({ what: `${name} (${kind})`, state, sentence }))
}

async function server(config: Config): Promise<Finding[]> {
  const { api, how } = connect(config)
  const ready = await fetch(`${config.url}/ready`).then(
    async (it) => (await it.json()) as { status: string; sentence?: string },
    () => undefined,
  )
  if (!ready) return [{ what: 'Server', state: 'note', sentence: `nothing answers at ${config.url}. Start it with "npm start".` }]
  const findings: Finding[] = [
    {
      what: 'Server',
      state: ready.status === 'ready' ? 'well' : 'bad',
      sentence: `${config.url} is ${ready.status}${ready.sentence ? `: ${ready.sentence}` : ''}.`,
    },
  ]
  try {
    const { engines } = await api.voice.listEngines({})
    findings.push(
      ...engines.map(
        (it): Finding => ({
          what: it.kind === 'speech' ? `Speaking by ${it.name}` : `Listening by ${it.name}`,
          state: it.available ? 'well' : 'note',
          sentence: it.sentence,
        }),
      ),
    )
    const verdict = await api.audit.verifyChain({})
    findings.push({
      what: 'Audit chain',
      state: verdict.intact ? 'well' : 'bad',
      sentence: verdict.intact ? `${verdict.entries} entries, intact.` : 'not intact; run "myna audit verify".',
    })
  } catch (error) {
    findings.push({ what: 'Access', state: 'note', sentence: `${(error as Error).message} (as ${how})` })
  }
  return findings
}
