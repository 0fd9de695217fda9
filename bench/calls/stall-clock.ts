import { openSync, readSync } from 'node:fs'

// A process that does nothing but look at the clock every 5 ms, and tells in a line of JSON when it could not: the machine stood still, whoever is to blame. Given the id of
// a process, it tells instead when the main thread of that one got no processor although it had something to do (Linux: the second field of `schedstat`, in ns).
const everyMs = 5
const stallMs = 20
const waitMs = 5
const tell = (at: number, ms: number) => process.stdout.write(`${JSON.stringify({ at: performance.timeOrigin + at, ms })}\n`)

const [, , watched] = process.argv
const schedule = watched === undefined ? undefined : openSync(`/proc/${watched}/schedstat`, 'r')
const bytes = Buffer.alloc(128)
const waitedMs = () => Number(bytes.toString('latin1', 0, readSync(schedule!, bytes, 0, bytes.length, 0)).split(' ')[1]) / 1e6

let due = performance.now() + everyMs
let waited = schedule === undefined ? 0 : waitedMs()
const look = () => {
  const now = performance.now()
  if (schedule === undefined && now - due > stallMs) tell(now, now - due)
  else if (schedule !== undefined) {
    const sum = waitedMs()
    if (sum - waited > waitMs) tell(now, sum - waited)
    waited = sum
  }
  due = now + everyMs
  setTimeout(look, everyMs)
}
// The process that is watched may end before this one is told to.
process.once('uncaughtException', () => process.exit(0))
setTimeout(look, everyMs)
