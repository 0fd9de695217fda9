import { fileURLToPath } from 'node:url'
import type { ServerCommand } from './pipeline.ts'

const peer = fileURLToPath(new URL('./peer-server.ts', import.meta.url))
const ours = fileURLToPath(new URL('./our-server.ts', import.meta.url))

/** As `npm start` gives them, and the process above a serving one. */
const startFlags = ['--liftoff-only', '--wasm-eager-tier-up-function=5', '--max-semi-space-size=8']

/** Servers that calls can be made to, by name. What each holds is said in `peer-server.ts` and `our-server.ts`. */
export const servers = {
  ours: { name: 'ours', command: [process.execPath, ...startFlags, ours], env: { MALLOC_ARENA_MAX: '2' } },
  'byte-work': { name: 'byte work', command: [process.execPath, peer, '--pipeline', 'byte-work', '--framing', 'ws'] },
  'byte-work-own': { name: 'byte work, own frames', command: [process.execPath, peer, '--pipeline', 'byte-work', '--framing', 'own'] },
  'agents-js': { name: 'agents-js', command: [process.execPath, peer, '--pipeline', 'agents-js', '--framing', 'ws'] },
  'agents-js-tts': { name: 'agents-js, speech preemptive', command: [process.execPath, peer, '--pipeline', 'agents-js-tts', '--framing', 'ws'] },
  'agents-js-vad': { name: 'agents-js, its own VAD', command: [process.execPath, peer, '--pipeline', 'agents-js-vad', '--framing', 'ws'] },
  'agents-js-quick': {
    name: 'agents-js, told to go on at once',
    command: [process.execPath, peer, '--pipeline', 'agents-js', '--framing', 'ws', '--resume-after-ms', '1'],
  },
} satisfies Record<string, ServerCommand>
export type ServerName = keyof typeof servers
