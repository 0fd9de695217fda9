import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onnxModel, type Slot } from './onnx.ts'

/** Rate of the sound that the speaking toy makes. */
const speechRate = 22_050
/** Every tone has whole periods in 20 ms, so that pieces of it join without a click. */
const pieceSamples = speechRate / 50
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** What is silent. */
const pauses = ' .,?!'

/** The letters that the listening toy knows, and which of 80 bands each one's tone is the middle of. */
const bands: Readonly<Record<string, number>> = { a: 30, b: 35, c: 40, d: 45, e: 50, f: 55, g: 60, h: 65 }

/** A model that says each letter as 80 ms of a tone, longer when it is to speak slower; for the frontend of characters. */
export function speakingToy(): Record<string, Buffer> {
  const symbols = [...letters.split(''), ...pauses.split('')]
  const table = new Float32Array(symbols.length * pieceSamples)
  for (const [row, symbol] of symbols.entries())
    if (!pauses.includes(symbol))
      for (let at = 0; at < pieceSamples; at++) table[row * pieceSamples + at] = 0.3 * Math.sin((2 * Math.PI * (6 + row) * at) / pieceSamples)
  const one = (name: string): Slot => ({ name, kind: 'float', shape: [1] })
  const model = onnxModel({
    inputs: [
      { name: 'x', kind: 'int64', shape: [1, 'N'] },
      { name: 'x_length', kind: 'int64', shape: [1] },
      one('noise_scale'),
      one('length_scale'),
      one('noise_scale_w'),
    ],
    outputs: [{ name: 'y', kind: 'float', shape: [1, 1, 'T'] }],
    constants: [
      { name: 'table', shape: [symbols.length, pieceSamples], floats: table },
      { name: 'pieces', shape: [1], floats: [4] },
      { name: 'axis', shape: [1], wholes: [2] },
      { name: 'ones', shape: [2], wholes: [1, 1] },
      { name: 'last', shape: [1], wholes: [1] },
      { name: 'line', shape: [3], wholes: [1, 1, -1] },
    ],
    operations: [
      { op: 'Gather', reads: ['table', 'x'], makes: ['sounds'] },
      { op: 'Unsqueeze', reads: ['sounds', 'axis'], makes: ['each'] },
      { op: 'Mul', reads: ['length_scale', 'pieces'], makes: ['long'] },
      { op: 'Round', reads: ['long'], makes: ['whole'] },
      { op: 'Cast', reads: ['whole'], makes: ['times'], with: { to: 7 } },
      { op: 'Concat', reads: ['ones', 'times', 'last'], makes: ['tiles'], with: { axis: 0 } },
      { op: 'Tile', reads: ['each', 'tiles'], makes: ['tiled'] },
      { op: 'Reshape', reads: ['tiled', 'line'], makes: ['y'] },
    ],
    facts: {
      sample_rate: speechRate,
      n_speakers: 1,
      language: 'English',
      comment: 'toy',
      frontend: 'characters',
      add_blank: 0,
      use_eos_bos: 0,
      punctuation: pauses,
    },
  })
  return { 'model.onnx': model, 'tokens.txt': Buffer.from(`${symbols.map((symbol, id) => `${symbol} ${id}`).join('\n')}\n`) }
}

/** A model that hears eight tones as eight letters, each a word; for streaming NeMo CTC: a frame is the letter whose band is loudest, or nothing. */
export function listeningToy(): Record<string, Buffer> {
  const names = Object.keys(bands)
  const weights = new Float32Array(80 * (names.length + 1))
  for (const [column, name] of names.entries()) weights[bands[name]! * (names.length + 1) + column] = 1
  const state = (name: string): Slot => ({ name, kind: 'float', shape: ['B', 1, 1, 1] })
  const count = (name: string): Slot => ({ name, kind: 'int64', shape: ['B'] })
  const model = onnxModel({
    inputs: [{ name: 'signal', kind: 'float', shape: ['B', 80, 'T'] }, count('length'), state('channel'), state('time'), count('filled')],
    outputs: [
      { name: 'scores', kind: 'float', shape: ['B', 'T', names.length + 1] },
      count('frames'),
      state('channel_next'),
      state('time_next'),
      count('filled_next'),
    ],
    constants: [
      { name: 'weights', shape: [80, names.length + 1], floats: weights },
      { name: 'bias', shape: [names.length + 1], floats: [...names.map(() => 0), silenceScore] },
    ],
    operations: [
      { op: 'Transpose', reads: ['signal'], makes: ['frames_first'], with: { perm: [0, 2, 1] } },
      { op: 'MatMul', reads: ['frames_first', 'weights'], makes: ['bands'] },
      { op: 'Add', reads: ['bands', 'bias'], makes: ['scores'] },
      { op: 'Identity', reads: ['length'], makes: ['frames'] },
      { op: 'Identity', reads: ['channel'], makes: ['channel_next'] },
      { op: 'Identity', reads: ['time'], makes: ['time_next'] },
      { op: 'Identity', reads: ['filled'], makes: ['filled_next'] },
    ],
    facts: {
      window_size: 8,
      chunk_shift: 8,
      subsampling_factor: 1,
      vocab_size: names.length,
      cache_last_channel_dim1: 1,
      cache_last_channel_dim2: 1,
      cache_last_channel_dim3: 1,
      cache_last_time_dim1: 1,
      cache_last_time_dim2: 1,
      cache_last_time_dim3: 1,
      normalize_type: '',
    },
  })
  return { 'model.onnx': model, 'tokens.txt': Buffer.from(`${[...names.map((it) => `▁${it}`), '<blk>'].map((token, id) => `${token} ${id}`).join('\n')}\n`) }
}

/** Samples of one look at the sound, and from one look to the next. */
const [lookSamples, stepSamples] = [640, 320]

/** A model that hears the same eight tones, but a whole utterance at once and from its samples; for Omnilingual CTC: a look is the letter whose tone is strongest, or nothing. */
export function wholeListeningToy(): Record<string, Buffer> {
  const names = Object.keys(bands)
  const waves = new Float32Array(names.length * 2 * lookSamples)
  for (const [row, name] of names.entries())
    for (let at = 0; at < lookSamples; at++) {
      const angle = (2 * Math.PI * hertzOf(bands[name]!) * at) / 16_000
      waves[row * 2 * lookSamples + at] = (2 / lookSamples) * Math.sin(angle)
      waves[(row * 2 + 1) * lookSamples + at] = (2 / lookSamples) * Math.cos(angle)
    }
  const columns = names.length + 1
  const strengths = new Float32Array(names.length * 2 * columns)
  for (const row of names.keys()) for (const half of [0, 1]) strengths[(row * 2 + half) * columns + row + 1] = 1
  const model = onnxModel({
    inputs: [{ name: 'samples', kind: 'float', shape: [1, 'N'] }],
    outputs: [{ name: 'scores', kind: 'float', shape: [1, 'T', columns] }],
    constants: [
      { name: 'waves', shape: [names.length * 2, 1, lookSamples], floats: waves },
      { name: 'strengths', shape: [names.length * 2, columns], floats: strengths },
      { name: 'bias', shape: [columns], floats: [0.5, ...names.map(() => 0)] },
      { name: 'axis', shape: [1], wholes: [1] },
    ],
    operations: [
      { op: 'Unsqueeze', reads: ['samples', 'axis'], makes: ['line'] },
      { op: 'Conv', reads: ['line', 'waves'], makes: ['sides'], with: { strides: [stepSamples] } },
      { op: 'Mul', reads: ['sides', 'sides'], makes: ['squares'] },
      { op: 'Transpose', reads: ['squares'], makes: ['looks'], with: { perm: [0, 2, 1] } },
      { op: 'MatMul', reads: ['looks', 'strengths'], makes: ['tones'] },
      { op: 'Add', reads: ['tones', 'bias'], makes: ['scores'] },
    ],
    facts: { comment: 'toy' },
  })
  return { 'model.onnx': model, 'tokens.txt': Buffer.from(`${['<s>', ...names.map((it) => `▁${it}`)].map((token, id) => `${token} ${id}`).join('\n')}\n`) }
}

/** What a band must exceed to be heard: between the logarithm of the energy of silence and that of the tones below. */
const silenceScore = 0

/** The middle of a band, on the scale of Slaney's Auditory Toolbox: 80 bands from 0 to 8000 Hz, above 1000 Hz in even ratios. */
function hertzOf(band: number): number {
  const step = Math.log(6.4) / 27
  const highest = 15 + Math.log(8) / step
  return 1000 * Math.exp((((band + 1) * highest) / 81 - 15) * step)
}

/** The sound of letters of that alphabet: 16 kHz mono PCM, each tone 120 ms long and followed by 80 ms of silence. */
export function toneSpeech(text: string): Uint8Array {
  const words = text.split(' ')
  const samples = new Int16Array(words.length * 3200 + 1600)
  for (const [at, word] of words.entries())
    for (let i = 0; i < 1920; i++)
      samples[at * 3200 + i] = 9000 * Math.sin((2 * Math.PI * hertzOf(bands[word]!) * i) / 16_000) * Math.min(1, i / 160, (1920 - i) / 160)
  return new Uint8Array(samples.buffer)
}

type Facts = { name: string; kind: 'recognition' | 'speech'; languages: readonly string[]; engine: object; voices?: readonly object[] }

/** Puts a model into the folder of models as `myna models pull` does, with its manifest. */
export function install(folder: string, facts: Facts, files: Readonly<Record<string, Buffer>>): void {
  const home = join(folder, facts.name)
  mkdirSync(home, { recursive: true })
  for (const [path, bytes] of Object.entries(files)) writeFileSync(join(home, path), bytes)
  const listed = Object.entries(files).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }))
  writeFileSync(join(home, 'manifest.json'), JSON.stringify({ version: 1, ...facts, licence: 'none', purpose: 'A toy.', origins: [], files: listed }))
}

const use = { library: 'sherpa-onnx', files: { model: 'model.onnx', tokens: 'tokens.txt' } }

/** Installs the listening toy. */
export function installListener(folder: string, name = 'toy-ears', languages: readonly string[] = ['en'], files = listeningToy()): void {
  install(folder, { name, kind: 'recognition', languages, engine: { ...use, as: 'streaming-recognition', family: 'nemoCtc' } }, files)
}

/** Installs the speaking toy. */
export function installSpeaker(folder: string, name = 'toy-mouth', files = speakingToy()): void {
  const voices = [{ id: 'flute', name: 'Flute', language: 'en', gender: 'neutral', speaker: 0 }]
  install(folder, { name, kind: 'speech', languages: ['en'], engine: { ...use, as: 'speech', family: 'vits' }, voices }, files)
}

/** Installs the toy that listens to whole utterances. */
export function installWholeListener(folder: string, name = 'toy-patience', languages: readonly string[] = ['en']): void {
  install(folder, { name, kind: 'recognition', languages, engine: { ...use, as: 'recognition', family: 'omnilingual' } }, wholeListeningToy())
}
