import { createBeepDetector } from '../packages/sound/beep-detector.ts'
import { createComfortNoise } from '../packages/sound/comfort-noise.ts'
import { createConverter } from '../packages/sound/converter.ts'
import { createDtmfDetector } from '../packages/sound/dtmf-detector.ts'
import { frameBytesOf, rateOf } from '../packages/sound/frames.ts'
import { muLawToPcm, pcmToMuLaw } from '../packages/sound/g711.ts'
import { createNoiseSuppression, warmNoiseSuppression } from '../packages/sound/noise-suppression.ts'
import { createResampler } from '../packages/sound/resampler.ts'
import { createNoise, createVowels } from '../packages/sound/test/speech-like.ts'
import { createVoiceActivity, warmVoiceActivity } from '../packages/sound/voice-activity.ts'
import { type Benchmark, figureOf, type Goal } from './figure.ts'

const rounds = 7
const warmingFrames = 2000
const seconds = 10

/** What takes a frame, and the frames it takes. */
type Work = { name: string; frames: readonly Int16Array[]; take(frame: Int16Array): unknown; timesOver: number; goal?: Goal }

/** What each step of a call's sound costs for a frame of 20 ms, in processor time, on syllables over faint noise. */
export const sound: Benchmark = {
  summary: 'what each step of sound costs for a frame of 20 ms',
  async *run() {
    await Promise.all([warmVoiceActivity(), warmNoiseSuppression()])
    const narrow = framesOf(8000)
    const wide = framesOf(16_000)
    const codes = new Uint8Array(frameBytesOf('mulaw-8k'))
    pcmToMuLaw(narrow[50]!, codes)
    const samples = new Int16Array(rateOf('pcm-8k') / 50)
    const [narrowVoice, wideVoice] = [createVoiceActivity(8000), createVoiceActivity(16_000)]
    const [doubling, halving] = [createResampler(8000, 16_000, { steady: true }), createResampler(16_000, 8000, { steady: true })]
    const vendor = createResampler(24_000, 8000, { steady: true })
    const toWide = createConverter('mulaw-8k', 'pcm-16k', { steady: true })
    const keys = createDtmfDetector(8000, () => {})
    const beeps = createBeepDetector(8000, () => {})
    const comfort = createComfortNoise()
    const suppression = createNoiseSuppression(8000)
    const noisy = framesOf(8000, -30)
    const works: Work[] = [
      { name: 'μ-law to PCM', frames: narrow, take: () => muLawToPcm(codes, samples), timesOver: 40 },
      { name: 'PCM to μ-law', frames: narrow, take: (frame) => pcmToMuLaw(frame, codes), timesOver: 40 },
      { name: 'voice activity at 8 kHz', frames: narrow, take: (frame) => narrowVoice.hears(frame), timesOver: 10, goal: { of: 'value', atMost: 4 } },
      { name: 'voice activity at 16 kHz', frames: wide, take: (frame) => wideVoice.hears(frame), timesOver: 10 },
      { name: 'resampling 8 to 16 kHz', frames: narrow, take: (frame) => doubling.push(frame), timesOver: 10 },
      { name: 'resampling 16 to 8 kHz', frames: wide, take: (frame) => halving.push(frame), timesOver: 10 },
      { name: 'resampling 24 to 8 kHz', frames: framesOf(24_000), take: (frame) => vendor.push(frame), timesOver: 4 },
      { name: 'μ-law to PCM at 16 kHz', frames: narrow, take: () => toWide.push(codes), timesOver: 10 },
      { name: 'keys heard', frames: narrow, take: (frame) => keys.push(frame), timesOver: 10 },
      { name: 'beeps heard', frames: narrow, take: (frame) => beeps.push(frame), timesOver: 10 },
      { name: 'comfort noise', frames: narrow, take: () => comfort.fill(samples), timesOver: 20 },
      { name: 'noise suppression while it is on, 8 kHz', frames: noisy, take: (frame) => suppression.process(frame), timesOver: 1 },
    ]
    for (const work of works) yield figureOf({ name: work.name, unit: 'µs/frame', ...(work.goal ? { goal: work.goal } : {}) }, microsecondsOf(work))
    narrowVoice.close()
    wideVoice.close()
    suppression.close()
  },
}

/** Speech-like sound in frames of 20 ms. */
function framesOf(rate: number, noiseDb = -60): Int16Array[] {
  const noise = createNoise(rate, seconds, noiseDb)
  const voice = createVowels(rate, seconds, -22).map((it, index) => Math.max(-32_768, Math.min(32_767, it + noise[index]!)))
  return Array.from({ length: seconds * 50 }, (_, index) => voice.slice((index * rate) / 50, ((index + 1) * rate) / 50))
}

/** Processor time of one frame in each round: other programs on the machine take none of it. */
function microsecondsOf({ frames, take, timesOver }: Work): number[] {
  for (let frame = 0; frame < warmingFrames; frame++) take(frames[frame % frames.length]!)
  return Array.from({ length: rounds }, () => {
    const began = process.cpuUsage()
    for (let time = 0; time < timesOver; time++) for (const frame of frames) take(frame)
    const { user, system } = process.cpuUsage(began)
    return (user + system) / (timesOver * frames.length)
  })
}
