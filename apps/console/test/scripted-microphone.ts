import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Whether this machine can make speech that a recogniser understands, and recognise it. */
export const canSpeakAndHear = ['/usr/bin/flite', '/usr/bin/pocketsphinx_continuous'].every((it) => existsSync(it))

/** Replaces the microphone of a page by one that a test speaks into; must be called before the page loads. */
export async function installMicrophone(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const context = new AudioContext({ sampleRate: 16_000 })
    const microphone = context.createMediaStreamDestination()
    // A graph without a running source would stand still.
    const hum = context.createConstantSource()
    const silence = context.createGain()
    silence.gain.value = 0
    hum.connect(silence).connect(microphone)
    hum.start()
    navigator.mediaDevices.getUserMedia = async () => {
      await context.resume()
      return microphone.stream.clone()
    }
    Object.assign(globalThis, {
      async speakIntoMicrophone(wav: string) {
        const bytes = Uint8Array.from(atob(wav), (it) => it.charCodeAt(0))
        const source = context.createBufferSource()
        source.buffer = await context.decodeAudioData(bytes.buffer)
        source.connect(microphone)
        source.start()
        await new Promise((resolve) => source.addEventListener('ended', resolve))
      },
    })
  })
}

/** Says a sentence into the microphone of a page. */
export async function speak(page: Page, text: string): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'myna-speech-')), 'speech.wav')
  execFileSync('/usr/bin/flite', ['-voice', 'rms', '-t', text, '-o', file])
  await page.evaluate(
    (wav) => (globalThis as unknown as { speakIntoMicrophone(wav: string): Promise<void> }).speakIntoMicrophone(wav),
    readFileSync(file).toString('base64'),
  )
}

/** Lets a test measure the sound a page plays: the loudest it has been since last asked, from 0 to 1. */
export async function installLoudspeakerMeter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const meters: AnalyserNode[] = []
    const connect = AudioNode.prototype.connect as (this: AudioNode, ...args: unknown[]) => unknown
    let loudest = 0
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AudioDestinationNode) {
        const meter = this.context.createAnalyser()
        connect.call(this, meter)
        meters.push(meter)
      }
      return connect.call(this, ...args)
    } as typeof AudioNode.prototype.connect
    setInterval(() => {
      for (const meter of meters) {
        const samples = new Float32Array(meter.fftSize)
        meter.getFloatTimeDomainData(samples)
        loudest = Math.max(loudest, ...samples.map(Math.abs))
      }
    }, 50)
    Object.assign(globalThis, {
      loudestSound() {
        const result = loudest
        loudest = 0
        return result
      },
    })
  })
}

/** The loudest sound the page has played since last asked. */
export function loudestSound(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { loudestSound(): number }).loudestSound())
}
