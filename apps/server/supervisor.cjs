'use strict'
// The process above a serving one: keeps its listening sockets, so that whoever connects while nobody serves waits in the kernel's queue instead of being
// refused, and starts it again when it dies. Plain CommonJS of Node's own parts: reading TypeScript costs a process 17 MB for as long as it lives, modules 1 MB.
const { spawn } = require('node:child_process')
const { writeSync } = require('node:fs')
const { signals } = require('node:os').constants

/** Pauses after deaths in a row of a process that was not ready yet; after as many it is given up. */
const pausesMs = [250, 500, 1_000, 2_000, 4_000]
/** One Ctrl-C comes twice: from the terminal, and from whoever started this and passes it on. */
const sameSignalMs = 300

/** Listening sockets, which this process never accepts from. */
let sockets = []
/** Before `--` flags of Node, after it what follows `serve`. */
const given = process.argv.slice(2)
const flags = given.slice(0, given.indexOf('--'))
const args = [...flags, `${__dirname}/main.ts`, 'serve', '--supervised', ...given.slice(flags.length + 1)]
let child
let stopping = false
let askedAt = -sameSignalMs
let failedStarts = 0
let wasReady = false

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    if (process.uptime() * 1_000 - askedAt < sameSignalMs) return
    askedAt = process.uptime() * 1_000
    stop()
    // Nobody lives who could end in order.
    if (child === undefined) process.exit(128 + signals[signal])
    child.kill('SIGTERM')
  })
start()

/** Starts the serving process. */
function start() {
  const mine = spawn(process.execPath, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  let ready = false
  child = mine
  mine.on('message', ({ type }, socket) => {
    if (type === 'sockets?') {
      mine.send({ type: 'sockets', count: sockets.length })
      for (const it of sockets) mine.send({ type: 'socket' }, it)
    } else if (type === 'keep' && socket) sockets.push(socket)
    else if (type === 'ready') ready = true
    else if (type === 'stopping') stop()
  })
  mine.on('error', (error) => {
    // It may also have died before it had read what was sent to it.
    if (mine.pid !== undefined) return
    writeSync(2, `Myna could not be started: ${error.message}\n`)
    process.exit(1)
  })
  mine.on('exit', (code, signal) => {
    child = undefined
    wasReady ||= ready
    failedStarts = ready ? 0 : failedStarts + 1
    afterDeath(code, signal)
  })
}

/** Ends as the serving process did when that was in order, or starts it again. */
function afterDeath(code, signal) {
  const exitCode = code ?? 128 + signals[signal]
  // A first start that ends by itself has said why; later ones may fail for something that passes.
  if (stopping || code === 0 || (code !== null && !wasReady)) process.exit(exitCode)
  const how = code === null ? `was ended by ${signal}` : `ended by itself with code ${code}`
  if (failedStarts > pausesMs.length) {
    writeSync(2, `Myna ${how}; that was start number ${failedStarts} in a row that failed, so it is not started again.\n`)
    process.exit(exitCode)
  }
  writeSync(2, `Myna ${how}; it is started again, and who calls meanwhile is kept waiting.\n`)
  if (failedStarts === 0) start()
  else setTimeout(start, pausesMs[failedStarts - 1])
}

/** From here on nobody new is kept waiting: who connects when the serving process has closed its sockets is refused. */
function stop() {
  stopping = true
  for (const it of sockets) it.close()
  sockets = []
}
