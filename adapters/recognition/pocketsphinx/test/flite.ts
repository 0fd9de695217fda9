import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Speech by Debian's flite, 16 kHz mono PCM: its `rms` voice is made of a real talker, which recognisers understand as one. */
export function fliteSpeech(text: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'myna-flite-'))
  try {
    const file = join(folder, 'speech.wav')
    execFileSync('flite', ['-voice', 'rms', '-t', text, '-o', file])
    const wav = readFileSync(file)
    if (wav.readUInt32LE(24) !== 16_000) throw new Error('flite did not speak at 16 kHz')
    return wav.subarray(wav.indexOf('data') + 8)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Why these tests cannot run on this machine, if so. */
export function missingHere(): string | undefined {
  for (const [program, name] of [
    ['pocketsphinx_continuous', 'pocketsphinx and pocketsphinx-en-us'],
    ['flite', 'flite'],
  ] as const)
    try {
      execFileSync('which', [program], { stdio: 'ignore' })
    } catch {
      return `install Debian's ${name}`
    }
  return undefined
}
