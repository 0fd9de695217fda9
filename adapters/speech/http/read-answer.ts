import type { SoundFormat } from '@myna/ports/sound'
import { createShapeConverter, type ShapeConverter } from '@myna/sound/shape-converter'
import { createWavReader, type SoundShape } from '@myna/sound/wav-reader'
import type { SoundAnswer } from '#http-speech.ts'

/** Sound as a server sends it, in the format wished; a WAV is known by its first four bytes whatever was expected. Throws `WavFault`. */
export async function* readAnswer(body: AsyncIterable<Uint8Array>, it: { answers: SoundAnswer; to: SoundFormat; gain: number }): AsyncGenerator<Uint8Array> {
  const { answers, to, gain } = it
  let held: Uint8Array = new Uint8Array(0)
  let read: ReturnType<typeof createAnswerReader> | undefined
  for await (const piece of body) {
    let rest = piece
    if (!read) {
      held = rest = Buffer.concat([held, piece])
      const isWav = answers.as === 'wav' || (held.byteLength >= 4 && Buffer.from(held.subarray(0, 4)).toString('latin1') === 'RIFF')
      if (!isWav && held.byteLength < 4) continue
      read = createAnswerReader(isWav ? undefined : shapeOf(answers), { to, gain })
    }
    const sound = read.push(rest)
    if (sound.byteLength > 0) yield sound
  }
  if (read) yield read.end()
}

/** `shape` of what has no header; undefined: it is a WAV. */
function createAnswerReader(shape: SoundShape | undefined, { to, gain }: { to: SoundFormat; gain: number }) {
  const wav = shape ? undefined : createWavReader()
  let converter: ShapeConverter | undefined
  const convert = (sound: Uint8Array): Uint8Array => {
    const from = shape ?? wav?.shape
    if (from) converter ??= createShapeConverter({ from, to, gain })
    return converter && sound.byteLength > 0 ? converter.push(sound) : new Uint8Array(0)
  }
  return {
    push: (piece: Uint8Array) => convert(wav ? wav.push(piece) : piece),
    end() {
      wav?.end()
      return converter?.flush() ?? new Uint8Array(0)
    },
  }
}

function shapeOf(answers: SoundAnswer): SoundShape {
  if (answers.as === 'pcm') return { rate: answers.rate, channels: answers.channels ?? 1, encoding: 'pcm16' }
  return { rate: 8000, channels: 1, encoding: 'mulaw' }
}
