import { languageBuckets } from '#language/letters-of-language.ts'

/** The languages that are written in Latin letters. */
export const latinLanguages = ['en', 'hinglish', 'bn'] as const
/** A trained model of the languages in Latin letters: the weight at place `p` for language `l` is `table[p * 3 + l] * scale`; `temperature` divides scores. */
export type LanguageWeights = { biases: number[]; scale: number; temperature: number; table: Int8Array }

const classes = latinLanguages.length

/** Weights rounded to a byte each. */
export function roundLanguageWeights(fitted: Float32Array, temperature: number): LanguageWeights {
  const end = languageBuckets * classes
  let top = 1e-6
  for (let at = 0; at < end; at++) top = Math.max(top, Math.abs(fitted[at] as number))
  const scale = top / 127
  return { biases: [...fitted.subarray(end)], scale, temperature, table: Int8Array.from(fitted.subarray(0, end), (it) => Math.round(it / scale)) }
}

/** The bytes of a weights file: five 32-bit floats (little end first: three biases, scale, temperature), then the table. */
export function packLanguageWeights({ biases, scale, temperature, table }: LanguageWeights): Buffer {
  const header = Buffer.alloc(20)
  for (const [at, it] of [...biases, scale, temperature].entries()) header.writeFloatLE(it, at * 4)
  return Buffer.concat([header, new Uint8Array(table.buffer, table.byteOffset, table.length)])
}

/** Reads what `packLanguageWeights` wrote; throws when the file was written for other features. */
export function unpackLanguageWeights(bytes: Buffer): LanguageWeights {
  if (bytes.length !== 20 + languageBuckets * classes)
    throw new Error('the weights of languages are of another time: run node packages/understanding/intent/train.ts')
  const at = (place: number) => bytes.readFloatLE(place * 4)
  return { biases: [at(0), at(1), at(2)], scale: at(3), temperature: at(4), table: new Int8Array(bytes.buffer, bytes.byteOffset + 20, bytes.length - 20) }
}
