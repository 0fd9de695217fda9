import { voice as contract } from '@myna/contracts/voice'
import { defineService } from '@myna/kernel'
import { needs, type Ports } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { addSpeechProvider } from '#operations/add-speech-provider.ts'
import { listEngines } from '#operations/list-engines.ts'
import { listSpeechProviders } from '#operations/list-speech-providers.ts'
import { listVoicePresets } from '#operations/list-voice-presets.ts'
import { listVoices } from '#operations/list-voices.ts'
import { listen } from '#operations/listen.ts'
import { orderSpeechProviders } from '#operations/order-speech-providers.ts'
import { removeSpeechProvider } from '#operations/remove-speech-provider.ts'
import { removeVoicePreset } from '#operations/remove-voice-preset.ts'
import { saveVoicePreset } from '#operations/save-voice-preset.ts'
import { speak } from '#operations/speak.ts'
import { testSpeechProvider } from '#operations/test-speech-provider.ts'
import { updateSpeechProvider } from '#operations/update-speech-provider.ts'
import type { Tables } from '#store/tables.ts'

/** Speaking and listening: through vendors an organisation has connected, and through engines of this machine. */
export const voice = defineService<typeof contract, typeof needs, Tables, Ports>({
  name: 'voice',
  contract,
  needs,
  operations: {
    listVoices,
    listEngines,
    speak,
    listen,
    listSpeechProviders,
    addSpeechProvider,
    updateSpeechProvider,
    orderSpeechProviders,
    removeSpeechProvider,
    testSpeechProvider,
    listVoicePresets,
    saveVoicePreset,
    removeVoicePreset,
  },
  start: async (context) => () => deskOf(context).close(),
  migrations: new URL('./migrations/', import.meta.url),
})
