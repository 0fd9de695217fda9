// A process that does nothing but look at the clock every 5 ms, and tells in a line of JSON when it could not: the machine stood still, whoever is to blame.
const everyMs = 5
const stallMs = 20
let due = performance.now() + everyMs
const look = () => {
  const now = performance.now()
  if (now - due > stallMs) process.stdout.write(`${JSON.stringify({ at: performance.timeOrigin + now, ms: now - due })}\n`)
  due = now + everyMs
  setTimeout(look, everyMs)
}
setTimeout(look, everyMs)
