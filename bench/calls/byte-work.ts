import { muLawToPcm, pcmToMuLaw } from '@myna/sound/g711'
import { PaceWheel } from './pace-wheel.ts'
import { PacedSound } from './paced-sound.ts'
import type { HeldCall, Line, Pipeline, PipelineOptions } from './pipeline.ts'
import { frameSamples, isLoud, leastWordFrames, tonePcm } from './test-sound.ts'

/**
 * The least that any pipeline must do: decode what comes, tell speech from silence, pace and encode what goes. The same rules as everywhere here, tied together
 * by plain function calls: no transcript, no thought, no record.
 */
export function openByteWork({ answerMs }: PipelineOptions): Pipeline {
  const wheel = new PaceWheel()
  const tone = tonePcm(440)
  const heard = new Int16Array(frameSamples)
  const said = new Uint8Array(frameSamples)

  const open = async (line: Line): Promise<HeldCall> => {
    let isSpeech = false
    let loudFrames = 0
    const sound = new PacedSound({
      wheel,
      leave(pcm) {
        pcmToMuLaw(pcm, said)
        line.sound(said)
      },
    })
    const answer = () => {
      line.moment?.('final', performance.now())
      sound.clear()
      for (let left = answerMs * 8; left > 0; left -= tone.length) void sound.add(left < tone.length ? tone.subarray(0, left) : tone)
      sound.end()
    }
    return {
      hear(frame) {
        muLawToPcm(frame, heard)
        if (isLoud(heard)) {
          loudFrames++
          if (isSpeech) return
          isSpeech = true
          loudFrames = 1
          line.moment?.('speech', performance.now())
          if (!sound.isPlaying) return
          sound.hold()
          line.clear()
        } else if (isSpeech) {
          isSpeech = false
          if (loudFrames < leastWordFrames) sound.resume()
          else answer()
        }
      },
      async close() {
        sound.clear()
      },
    }
  }
  return { name: 'byte work', open, close: async () => undefined }
}
