import { parseArgs } from 'node:util'
import { noiseScript, talkScript } from './calls/caller-script.ts'
import { type ServerName, servers } from './calls/servers.ts'
import { runTrial } from './calls/trial.ts'

// One trial by hand: node bench/call-trial.ts --server byte-work --calls 400 [--seconds 8] [--warm 6] [--noise]
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'byte-work' },
    calls: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '8' },
    warm: { type: 'string', default: '6' },
    noise: { type: 'boolean' },
  },
})
const trial = await runTrial({
  server: servers[values.server as ServerName],
  calls: Number(values.calls),
  script: values.noise ? noiseScript : talkScript,
  warmSeconds: Number(values.warm),
  seconds: Number(values.seconds),
})
console.log(JSON.stringify({ ...trial, lateMoments: trial.lateMoments.length }, null, 1))
