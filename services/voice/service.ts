import { voice as contract } from '@myna/contracts/voice'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { listen } from '#operations/listen.ts'
import { listEngines } from '#operations/list-engines.ts'
import { listVoices } from '#operations/list-voices.ts'
import { speak } from '#operations/speak.ts'

/** Speaking: which voices and engines there are, and a text as sound. */
export const voice = defineService<typeof contract, typeof needs, {}, Ports>({
  name: 'voice',
  contract,
  needs,
  operations: { listVoices, listEngines, speak, listen },
})
