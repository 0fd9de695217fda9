import type { SpeechProvider, Spoken } from '#api/shapes.ts'

export type SpeechKind = SpeechProvider['kind']

/** An option of a kind: a text, several lines, JSON, a share from 0 to 1, or one of some words. `sealed`: it is never shown again. */
export type VendorOption = { name: OptionName; sealed?: boolean } & ({ is: 'text' | 'lines' | 'json' | 'share' } | { is: 'one'; of: readonly string[] })
export type OptionName =
  | 'instructions'
  | 'stability'
  | 'similarity'
  | 'style'
  | 'englishLocale'
  | 'bengaliLocale'
  | 'method'
  | 'body'
  | 'headers'
  | 'answers'
  | 'voices'

type Vendor = {
  kind: SpeechKind
  /** Languages its voices speak; empty: those of the voices one names. */
  speaks: readonly Spoken[]
  /** Languages it understands; empty: it only speaks. */
  listens: readonly Spoken[]
  /** It has no address of its own. */
  needsAddress: boolean
  /** How it writes the names of its models. */
  example: string | undefined
  options: readonly VendorOption[]
}

/** What each vendor covers and needs to be told, as its adapter knows it. */
export const speechKinds: readonly Vendor[] = [
  { kind: 'deepgram', speaks: ['en'], listens: ['en', 'hi', 'hinglish', 'bn'], needsAddress: false, example: 'nova-3', options: [] },
  {
    kind: 'google',
    speaks: ['en', 'hi', 'hinglish', 'bn'],
    listens: ['en', 'hi', 'bn'],
    needsAddress: false,
    example: 'telephony',
    options: [
      { name: 'englishLocale', is: 'one', of: ['en-IN', 'en-US', 'en-GB'] },
      { name: 'bengaliLocale', is: 'one', of: ['bn-IN', 'bn-BD'] },
    ],
  },
  {
    kind: 'openai',
    speaks: ['en', 'hi', 'hinglish', 'bn'],
    listens: ['en', 'hi'],
    needsAddress: false,
    example: 'gpt-4o-mini-tts',
    options: [{ name: 'instructions', is: 'lines' }],
  },
  {
    kind: 'elevenlabs',
    speaks: ['en', 'hi', 'hinglish'],
    listens: ['en', 'hi', 'bn'],
    needsAddress: false,
    example: 'eleven_flash_v2_5',
    options: [
      { name: 'stability', is: 'share' },
      { name: 'similarity', is: 'share' },
      { name: 'style', is: 'share' },
    ],
  },
  {
    kind: 'http',
    speaks: [],
    listens: [],
    needsAddress: true,
    example: undefined,
    options: [
      { name: 'method', is: 'one', of: ['POST', 'PUT', 'GET'] },
      { name: 'body', is: 'lines' },
      { name: 'headers', is: 'json', sealed: true },
      { name: 'answers', is: 'one', of: ['wav', 'pcm 8000', 'pcm 16000', 'pcm 22050', 'pcm 24000', 'mulaw'] },
      { name: 'voices', is: 'json' },
    ],
  },
]

export const vendorOf = (kind: string): Vendor => speechKinds.find((it) => it.kind === kind)!

/** Whether a vendor can do without a key: a server of one's own may want none. */
export const mayLackKey = (kind: string, address: string): boolean => kind === 'http' || (kind === 'openai' && address.trim() !== '')

/** What is wrong with an option as it was typed; nothing typed is always right. */
export function wrongOption(option: VendorOption, typed: string): 'share' | 'json' | undefined {
  const text = typed.trim()
  if (!text) return undefined
  if (option.is === 'share') return /^(0|1|0?\.\d{1,4}|1\.0{1,4})$/.test(text.replace(',', '.')) ? undefined : 'share'
  if (option.is !== 'json') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && Array.isArray(value) === (option.name === 'voices') ? undefined : 'json'
  } catch {
    return 'json'
  }
}
