import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Holds some memory, then lets six times forty thousand objects live for a moment, again and again; prints the largest heap in MB. */
const program = `
const { keepHeapLean } = await import(${JSON.stringify(new URL('./lean-heap.ts', import.meta.url).href)})
const { getHeapStatistics } = await import('node:v8')
const held = Array.from({ length: 300_000 }, (_, at) => ({ pair: [at, at], text: 'x' + at }))
keepHeapLean()
const passing = []
let most = 0
for (let round = 0; round < 60; round++) {
  for (let at = 0; at < 40_000; at++) passing[at + (round % 6) * 40_000] = { all: [at, at, at, at], text: 'y' + at }
  await new Promise((done) => setTimeout(done, 5))
  if (round > 25) most = Math.max(most, getHeapStatistics().total_heap_size)
}
console.log(Math.round(most / 1e6), held.length)`

it('a process that serves collects garbage before what it holds has doubled', { timeout: 60_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-semi-space-size=8', '--input-type=module', '-e', program])
  expect(Number(stdout.split(' ')[0])).toBeLessThan(260)
})
