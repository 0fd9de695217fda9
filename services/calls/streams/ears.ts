import { frameMs } from '#streams/sound.ts'
import { createVoiceActivity } from '#streams/voice-activity.ts'

/** When a turn begins and ends, in milliseconds. */
export type EarsPolicy = {
  /** This much voice is the beginning of a turn. */
  beginsAfterMs: number
  /** This much silence ends a turn. */
  endsAfterMs: number
  /** A turn that goes on longer is ended. */
  longestTurnMs: number
}

export const earsPolicy: EarsPolicy = { beginsAfterMs: 200, endsAfterMs: 700, longestTurnMs: 30_000 }

export type Heard = 'nothing' | 'begins' | 'goes-on' | 'ends'

/** Follows the microphone frame by frame and says when somebody begins and ends a turn. Synchronous; allocates nothing. */
export function createEars(policy: EarsPolicy = earsPolicy) {
  const activity = createVoiceActivity()
  let speaking = false
  let voicedMs = 0
  let silentMs = 0
  let turnMs = 0
  return {
    hear(frame: Uint8Array): Heard {
      const voiced = activity.hears(frame)
      voicedMs = voiced ? voicedMs + frameMs : 0
      silentMs = voiced ? 0 : silentMs + frameMs
      if (!speaking) {
        if (voicedMs < policy.beginsAfterMs) return 'nothing'
        speaking = true
        turnMs = voicedMs
        return 'begins'
      }
      turnMs += frameMs
      if (silentMs < policy.endsAfterMs && turnMs < policy.longestTurnMs) return 'goes-on'
      speaking = false
      voicedMs = 0
      return 'ends'
    },
  }
}
