import type { Language } from '@myna/contracts/page'
import type { SpeechEngine } from '@myna/contracts/voice'
import type { z } from 'zod'

type Listed = z.infer<typeof SpeechEngine>

const names: Record<Language, string> = { en: 'English', hi: 'Hindi', hinglish: 'Hinglish', bn: 'Bengali' }
const howTo = 'Connect a vendor that does, bring a model with "myna models pull", or let callers speak in a browser that recognises speech.'

/** Engines as they are listed, the last recogniser that is there saying which languages none of them understands. */
export function tellingUnheard(engines: readonly Listed[]): Listed[] {
  const ears = engines.filter((it) => it.kind === 'recognition' && it.available && it.languages.length > 0)
  const last = ears.at(-1)
  const missing = (Object.keys(names) as Language[]).filter((language) => !ears.some((it) => it.languages.includes(language)))
  if (!last || missing.length === 0) return [...engines]
  const sentence = `${last.sentence} Nothing here understands ${new Intl.ListFormat('en', { type: 'disjunction' }).format(missing.map((it) => names[it]))}. ${howTo}`
  return engines.map((it) => (it === last ? { ...it, sentence } : it))
}
