import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { PipelineName } from './pipeline.ts'
import { machineSeconds } from './processor-time.ts'
import type { TurnTimes } from './time-turns.ts'

const child = fileURLToPath(new URL('./time-turns.ts', import.meta.url))

/** Times so many turns of a pipeline in a process of its own. `foreignCores` counts the process itself, which next to nothing of a core is enough for. */
export async function timeTurnsOf(pipeline: PipelineName, turns: number): Promise<TurnTimes & { foreignCores: number }> {
  const began = performance.now()
  const before = machineSeconds().busy
  const { stdout } = await promisify(execFile)(process.execPath, [child, '--pipeline', pipeline, '--turns', String(turns)], { maxBuffer: 1e8 })
  const foreignCores = ((machineSeconds().busy - before) * 1_000) / (performance.now() - began)
  return { ...(JSON.parse(stdout.trim().split('\n').at(-1)!) as TurnTimes), foreignCores }
}
