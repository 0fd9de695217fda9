import type { SoundFormat } from '@myna/ports/sound'
import { frameMs, rateOf } from '@myna/sound/frames'
import { muLawToPcm } from '@myna/sound/g711'
import { createNoiseSuppression } from '@myna/sound/noise-suppression'
import { readPcm } from '@myna/sound/pcm'
import { createVoiceActivity } from '@myna/sound/voice-activity'

/** This much voice is the beginning of speech. The detector itself takes three frames to be sure of the first. */
const beginsAfterMs = 40
/** Speech that goes on longer is cut into turns. */
const longestSpeechMs = 30_000
/** What is as likely as this to be a voice, or was a moment ago, may be the beginning of speech behind noise; with each frame a tenth of it is forgotten. */
const [likelyVoice, chanceKept] = [0.8, 0.9]
/** A caller who was heard for less than this and falls silent again may have coughed. */
export const coughMs = 350

export type Heard = 'nothing' | 'begins' | 'goes-on'

/**
 * Follows the caller's sound frame by frame: whether somebody speaks and for how long nobody has. When a turn ends is for others to say, by calling
 * `rest`. With `suppressNoise` loud noise around the caller is taken out before it is judged. Synchronous; allocates nothing.
 *
 * Without the noise above it, music that played beneath stands out as a voice would: so somebody begins to speak only when that is heard through the noise too and
 * is likely to be a voice, and speaks on by what is heard without the noise.
 */
export function createEars(format: SoundFormat, { suppressNoise }: { suppressNoise: boolean }) {
  const rate = rateOf(format) as 8000 | 16_000
  const activity = createVoiceActivity(rate)
  const suppression = suppressNoise ? createNoiseSuppression(rate) : undefined
  /** Hears what is left when noise is taken out. */
  const behindNoise = suppressNoise ? createVoiceActivity(rate) : undefined
  const samples = new Int16Array((rate * frameMs) / 1000)
  let speaking = false
  let runMs = 0
  let voicedMs = 0
  let silentMs = 0
  let speechMs = 0
  let chance = 0

  function isVoiced(): boolean {
    const plain = activity.hears(samples)
    if (!suppression || !behindNoise) return plain
    const wasOn = suppression.isOn
    const cleaned = suppression.process(samples)
    if (suppression.isOn) {
      chance = Math.max(suppression.voiceChance, chance * chanceKept)
      return behindNoise.hears(cleaned) && (speaking || (plain && chance > likelyVoice))
    }
    if (wasOn) behindNoise.reset()
    return plain
  }

  return {
    hear(frame: Uint8Array): Heard {
      if (format === 'mulaw-8k') muLawToPcm(frame, samples)
      else readPcm(frame, samples)
      const voiced = isVoiced()
      runMs = voiced ? runMs + frameMs : 0
      silentMs = voiced ? 0 : silentMs + frameMs
      if (!speaking) {
        if (runMs < beginsAfterMs) return 'nothing'
        speaking = true
        voicedMs = runMs
        speechMs = runMs
        return 'begins'
      }
      speechMs += frameMs
      if (voiced) voicedMs += frameMs
      return 'goes-on'
    },
    get speaking(): boolean {
      return speaking
    },
    /** Silence since the last voice. */
    get silentMs(): number {
      return silentMs
    },
    /** Voice in this turn. */
    get voicedMs(): number {
      return voicedMs
    },
    /** It has gone on for too long for one turn. */
    get tooLong(): boolean {
      return speechMs >= longestSpeechMs
    },
    /** The turn is over; the next voice begins another. */
    rest(): void {
      speaking = false
      runMs = 0
    },
    close(): void {
      activity.close()
      behindNoise?.close()
      suppression?.close()
    },
  }
}
