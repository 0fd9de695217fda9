import type { Answer, Say } from './messages.ts'
import type { Speaker } from './speaker.ts'

const sentences = [
  { voice: 'en-us', text: 'Your appointment is confirmed for Monday at three thirty.' },
  { voice: 'hi', text: 'नमस्ते, मैं आपकी क्या मदद कर सकता हूँ?' },
  { voice: 'bn', text: 'নমস্কার, আমি আপনাকে কীভাবে সাহায্য করতে পারি?' },
]

const tell = (answer: Answer) => {
  // The parent may have gone while a segment was being spoken; the disconnect ends this process.
  if (process.connected) process.send?.(answer)
}

process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole process group; the parent decides when this process ends.
process.on('SIGINT', () => {})

try {
  // Loaded here and not above, so that a missing package is an answer and not a crash.
  const { createSpeaker } = await import('./speaker.ts')
  const speaker = await createSpeaker()
  process.on('message', (request: Say) => {
    try {
      speaker.speak(request, (pcm) => tell({ kind: 'sound', id: request.id, pcm }))
      tell({ kind: 'end', id: request.id })
    } catch (error) {
      tell({ kind: 'failed', id: request.id, reason: String(error) })
    }
  })
  tell({ kind: 'ready' })
  warm(speaker, 51)
} catch (error) {
  const absent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
  tell({ kind: 'broken', reason: absent ? 'its package is not installed.' : `${String(error)}.` })
}

/**
 * Speaks to nobody until the compiler has seen the hot paths: the first twenty or so utterances are many times slower. One at a time, so
 * that a request in between waits for one of them at the most.
 */
function warm(speaker: Speaker, times: number): void {
  if (times === 0 || !process.connected) return
  const { voice, text } = sentences[times % sentences.length]!
  speaker.speak({ voice, text, rate: 175, pitch: 50, gain: 1 }, () => {})
  setImmediate(warm, speaker, times - 1)
}
