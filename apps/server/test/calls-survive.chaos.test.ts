import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

type Figure = { name: string; goal: string | null; holds: boolean | null; value: number; unit: string }

const bench = fileURLToPath(new URL('../../../bench/run.ts', import.meta.url))
const [deaths, calls] = [2, 6]

it('telephone calls survive the death of their process: callers are talked to again, and turns and recordings are there', async () => {
  const args = [bench, 'survive', '--json', '--rounds', String(deaths), '--calls', String(calls)]
  const { out, err } = await new Promise<{ out: string; err: string }>((done) => execFile(process.execPath, args, (_error, out, err) => done({ out, err })))
  const figures = out
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as Figure)
  expect(figures.map((it) => it.name)).toContain(`calls continued, of ${deaths * calls} in ${deaths} deaths`)
  // How much memory is held is a figure of a bench, not of a test.
  expect([figures.filter((it) => it.holds === false && it.unit !== 'MB'), err]).toEqual([[], expect.stringMatching(/is started again/)])
}, 280_000)
