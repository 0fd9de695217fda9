import { afterEach, describe, expect, it } from 'vitest'
import { PortFault } from '../fault.ts'
import type { SpeechEngine, SpeechRequest } from '../speech.ts'
import type { Patience } from '../vendor-request.ts'
import type { PlayedSpeech, SpeechMood } from './played-speech.ts'

/** An engine and the played vendor it speaks with; `secrets` may stand in no fault. */
export type PlayedEngine = { engine: SpeechEngine; server: PlayedSpeech; secrets: readonly string[] }

const text = 'The secret recipe of this house.'

/** Registers the tests every engine must pass that speaks through a vendor over HTTP: what a vendor can do wrong ends in a fault that helps, and never hangs. */
export function speechVendorConformance(name: string, open: (patience: Patience) => Promise<PlayedEngine>): void {
  describe(`${name} with a vendor that fails`, () => {
    let played: PlayedEngine
    afterEach(async () => {
      await played.engine.close()
      await played.server.close()
    })
    const begin = async (mood: SpeechMood) => {
      const patience = { firstByteMs: 60_000, betweenMs: 60_000 }
      played = await open(patience)
      // The voices are known before the vendor fails.
      const voice = (await played.engine.voices())[0]!
      played.server.be(mood)
      // Only who stalls is met with little patience, for machines that test are slow at times.
      const hurry = (ms: number) => void Object.assign(patience, { firstByteMs: ms, betweenMs: ms })
      if (/stalls|drips/.test(mood)) hurry(300)
      const say = (it: Partial<SpeechRequest> = {}, signal = new AbortController().signal) =>
        played.engine.speak({ text, voice: voice.id, language: voice.language, format: 'pcm-16k', speed: 1, pitch: 1, volume: 1, ...it }, signal)
      return { ...played, say, hurry }
    }
    const faultOf = (sound: AsyncIterable<Uint8Array>) =>
      Array.fromAsync(sound).then(
        () => undefined,
        (error: unknown) => error as Error & { retryAfterMs?: number },
      )
    const bytesOf = async (sound: AsyncIterable<Uint8Array>) => Buffer.concat(await Array.fromAsync(sound))

    it.each([
      ['stalls_before', { retryable: true, message: /gave nothing for 0.3 seconds/ }],
      ['stalls_midway', { retryable: true, message: /gave nothing for 0.3 seconds/ }],
      ['drips', { retryable: true, message: /gave too little/ }],
      ['cuts', { retryable: true, message: /broke off/ }],
      ['html', { retryable: false, message: /web page/ }],
      ['hidden_html', { message: /web page|no sound|no WAV/ }],
      ['json', { message: /web page|no sound/ }],
      ['mp3', { message: /compressed|no sound/ }],
      ['ogg', { message: /compressed|no sound/ }],
      ['moved', { retryable: false, message: /redirects/ }],
      ['busy', { retryable: true, status: 429, retryAfterMs: 7000, message: /too many/ }],
      ['down', { retryable: true, status: 500, message: /failure of its own/ }],
      ['down_html', { retryable: true, status: 502, message: /failure of its own/ }],
      ['empty', { retryable: true, message: /no sound/ }],
      ['silence', { retryable: true, message: /silence/ }],
      ['endless', { retryable: false, message: /far more/ }],
    ] as const)('that %s ends in a fault, with no secret in it, and speaks again', async (mood, expected) => {
      const { server, secrets, say, hurry } = await begin(mood)
      const fault = await faultOf(say())
      expect(fault).toMatchObject({ name: 'PortFault', ...expected, message: expect.stringMatching(expected.message) })
      expect(fault!.message).toMatch(/^\S.*\.$/s)
      for (const secret of [...secrets, text])
        for (let at: unknown = fault; at instanceof Error; at = at.cause) expect(`${at.message} ${at.stack}`).not.toContain(secret)
      server.be('well')
      hurry(60_000)
      expect((await bytesOf(say())).length).toBeGreaterThan(32_000)
    })

    it('that says until when it rests is understood', async () => {
      const { say } = await begin('busy_until')
      const fault = await faultOf(say())
      expect(fault).toMatchObject({ retryable: true, status: 503 })
      expect(fault!.retryAfterMs).toBeGreaterThan(3_000_000)
      expect(fault!.retryAfterMs).toBeLessThanOrEqual(3_600_000)
    })

    it('that is cut anywhere by the network is heard the same', async () => {
      const { server, say } = await begin('well')
      for (const format of played.engine.formats) {
        server.be('well')
        const whole = await bytesOf(say({ text: 'Short.', format }))
        server.be('crumbles')
        expect(await bytesOf(say({ text: 'Short.', format })), format).toEqual(whole)
      }
    })

    it.each(['stalls_before', 'stalls_midway', 'endless'] as const)('that %s is let go as soon as the listener does not listen any more', async (mood) => {
      played = await open({ firstByteMs: 60_000, betweenMs: 60_000 })
      const voice = (await played.engine.voices())[0]!
      played.server.be(mood)
      const stop = new AbortController()
      const before = played.server.asked.length
      const sound = played.engine.speak({ text, voice: voice.id, language: voice.language, format: 'pcm-16k', speed: 1, pitch: 1, volume: 1 }, stop.signal)
      // What never ends may be cut off at its limit before anybody leaves.
      const all = Array.fromAsync(sound).catch((error: unknown) => expect([mood, error]).toEqual(['endless', expect.any(PortFault)]))
      await expect.poll(() => played.server.asked.length).toBeGreaterThan(before)
      stop.abort()
      await all
      await expect.poll(() => played.server.closedEarly).toBeGreaterThan(0)
    })

    it('that cannot be reached at all ends in a fault that is worth a retry', async () => {
      const { server, say } = await begin('well')
      await server.close()
      expect(await faultOf(say())).toMatchObject({ name: 'PortFault', retryable: true, message: expect.stringMatching(/could not be reached/) })
    })
  })
}
