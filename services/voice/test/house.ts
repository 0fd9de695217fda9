import { Writable } from 'node:stream'
import { auditEvents } from '@myna/contracts/audit'
import type { Caller } from '@myna/contracts/caller'
import type { voice as contract } from '@myna/contracts/voice'
import { createLog, defineService, reaction } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import type { BlobStore } from '@myna/ports/blobs'
import { PortFault } from '@myna/ports/fault'
import type { RecognitionMaker, SpeechMaker, SpeechVendorSettings } from '@myna/ports/speech-vendor'
import type { Context, Ports } from '#context.ts'
import { voice } from '#service.ts'
import { type PlayedEars, type PlayedVoice, playEars, playVoice } from '#test/played-engines.ts'

export type How = 'process' | 'http'

/** A house with the voice service alone: engines of this machine are `here`, those of vendors are made by name, and all stay at hand. The clock stands until it is moved. */
export async function openVoice(
  options: {
    here?: PlayedVoice[]
    ears?: PlayedEars[]
    grammars?: PlayedEars[]
    cache?: BlobStore
    makeSpeech?: SpeechMaker
    makeRecognition?: RecognitionMaker
  } = {},
) {
  let now = Date.parse('2026-11-21T06:30:00Z')
  const clock = { now: () => new Date(now) }
  const voices = new Map<string, PlayedVoice>()
  const ears = new Map<string, PlayedEars>()
  const made: SpeechVendorSettings[] = []
  const acts: { tenantId: string | null; act: object }[] = []
  const onAct = async (act: object, context: { caller: Caller }) => void acts.push({ tenantId: context.caller.tenantId, act })
  const listener = defineService({
    name: 'listener',
    contract: {},
    needs: {},
    operations: {},
    hears: { onAct: reaction(auditEvents.actNoted, onAct) },
  })
  const ports: Ports = {
    engines: options.here ?? [],
    recognisers: options.ears ?? [],
    grammars: options.grammars ?? [],
    cache: options.cache,
    makeSpeech:
      options.makeSpeech ??
      ((settings) => {
        made.push(settings)
        if (settings.options.wrong) throw new PortFault('It is not set up right.', { retryable: false })
        const engine = voices.get(settings.name) ?? playVoice(settings.name, settings.name[0]!)
        voices.set(settings.name, engine)
        engine.key = settings.key
        return engine
      }),
    makeRecognition:
      options.makeRecognition ??
      ((settings) => {
        made.push(settings)
        const engine = ears.get(settings.name) ?? playEars(settings.name)
        ears.set(settings.name, engine)
        return engine
      }),
  }
  const house = await openHouse({ services: [voice, listener], contracts: { listener: {} }, ports: { voice: ports }, clock })
  const logged: string[] = []
  const log = createLog({ level: 'debug', destination: new Writable({ write: (line, _, done) => (logged.push(String(line)), done()) }) })
  const clientOf = (caller: Caller, how: How = 'process') => house.client<typeof contract>('voice', caller, how)
  return {
    house,
    voices,
    ears,
    made,
    /** Puts a played voice in the place of a vendor of this name. */
    play(name: string, mark: string, speaks?: Parameters<typeof playVoice>[2]): PlayedVoice {
      const engine = playVoice(name, mark, speaks)
      voices.set(name, engine)
      return engine
    },
    playEars(name: string, ...it: Parameters<typeof playEars> extends [string, ...infer R] ? R : never): PlayedEars {
      const engine = playEars(name, ...it)
      ears.set(name, engine)
      return engine
    },
    clientOf,
    actsOf: (caller: Caller) => acts.filter((it) => it.tenantId === caller.tenantId).map((it) => it.act),
    wait(ms: number) {
      now += ms
    },
    /** A context with tables and a log of its own, as another process has; and what was logged there. */
    otherProcess(caller: Caller): { context: Context; logged: string[] } {
      const origin = house.house.contextFor('voice', { caller, signal: new AbortController().signal })
      const { vault } = origin
      const context = {
        caller,
        tenantId: caller.tenantId!,
        db: { ...origin.db },
        vault,
        ports,
        clock,
        log,
        signal: new AbortController().signal,
        note: async () => {},
      }
      return { context: context as unknown as Context, logged }
    },
    async close() {
      await house.close()
    },
  }
}

/** All that is spoken, as text. */
export const heard = async (sound: AsyncIterable<Uint8Array>): Promise<string> => Buffer.concat(await Array.fromAsync(sound)).toString()
