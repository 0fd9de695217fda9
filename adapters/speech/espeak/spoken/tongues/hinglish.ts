import type { Tongue } from '../tongue.ts'
import { english } from './english.ts'

/** Hindi and English mixed in Latin letters: numbers, dates and amounts are said in English, as people do; small words in Hindi. */
export const hinglish: Tongue = { ...english, to: 'se', and: 'aur' }
