import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Speech by Debian's flite, 16 kHz mono PCM: its voices `rms` and `slt` are made of real talkers, whom recognisers understand. */
export function fliteSpeech(text: string, voice: 'rms' | 'slt' = 'rms'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'myna-flite-'))
  try {
    const file = join(folder, 'speech.wav')
    execFileSync('flite', ['-voice', voice, '-t', text, '-o', file])
    const wav = readFileSync(file)
    if (wav.readUInt32LE(24) !== 16_000) throw new Error('flite did not speak at 16 kHz')
    return wav.subarray(wav.indexOf('data') + 8)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Why these tests cannot run on this machine, if so. */
export function missingHere(): string | undefined {
  try {
    execFileSync('which', ['flite'], { stdio: 'ignore' })
    return undefined
  } catch {
    return `install Debian's flite`
  }
}
