import type { Reading } from '#time/reading.ts'

const past = new Set(
  `tha thi thin gaya gayi gai gaye gae kiya kari hua hui huye hue aaya aayi aaye mila mili bola boli bataya batayi bheja bheji diya liya dekha suna kaha chuka chuki chuke
  was were did had went came called sent spoke met saw got told said paid bought ordered visited received
  था थी थीं थे गया गई गयी गए गये किया हुआ हुई हुए आया आई आयी मिला मिली बोला बोली बताया भेजा भेजी दिया लिया देखा सुना कहा चुका चुकी चुके बीता खरीदा
  গেল গেলো হলো হল এল এলো করল করলো বলল বললো দিল দিলো নিল নিলো ছিল chilo chhilo gelo holo elo korlo bollo dilo nilo`.split(/\s+/),
)
const future = new Set(
  `hai hain hoga hogi honge karna karo kar karein karen chahiye please rakho rakhna do dena lena chalo jaana aana aao aaiye bhejo batao will shall should can could would
  है हैं होगा होगी होंगे करना करो करें करें चाहिए कृपया रखो रखना देना लेना चलो जाना आना हो কর করুন করো চাই দিন রাখুন রাখো দেবেন hobe chai korun koro`.split(/\s+/),
)
const pastEnding = /(?:ছিল|ছিলাম|ছিলেন|ছিলে|েছি|েছে|েছেন|েছ|েছো|লাম|chilo|chilam|chilen|chhilam|lam|echhe|eche|echi|echen|echhilam)$/
const futureEnding = /(?:ूंगा|ूँगा|ूंगी|ूँगी|ेगा|ेगी|ेंगे|ेंगी|ोगे|एगा|एंगे|एगी|unga|oonga|ungi|oongi|ega|egi|enge|engi|aenge|oge|বে|বো|বেন|বি|ব|bo|be|ben)$/

/**
 * Whether the clause around a word speaks of the past: the nearest verb after it says so, or the nearest before when none follows. Decides what कल and
 * পরশু mean.
 */
export function isPastAt(reading: Reading, at: number): boolean {
  const { words } = reading
  const limit = 40
  for (let i = at + 1; i < words.length && i < at + limit; i++) {
    const tense = tenseAt(reading, i)
    if (tense === 'end') break
    if (tense !== null) {
      const next = tenseAt(reading, i + 1)
      return tense === 'past' || next === 'past'
    }
  }
  for (let i = at - 1; i >= 0 && i > at - limit; i--) {
    const tense = tenseAt(reading, i)
    if (tense === 'end') break
    if (tense !== null) return tense === 'past'
  }
  return false
}

function tenseAt(reading: Reading, at: number): 'past' | 'future' | 'end' | null {
  const word = reading.words[at]
  if (word === undefined) return null
  if (!word.letters) return /^[.?!।|;\n]$/.test(reading.text.slice(word.start, word.end)) ? 'end' : null
  const plain = reading.text
    .slice(word.start, word.end)
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u09bc]/g, '')
  if (plain === 'the') return reading.words[at + 1]?.letters !== true && /^[a-z]+e$/.test(reading.words[at - 1]?.keys[0] ?? '') ? 'past' : null
  if (reading.language === 'bn' && /^(?:dekha|bola|mila|kari)$/.test(plain)) return null
  if (past.has(plain)) return 'past'
  if (future.has(plain)) return 'future'
  if (reading.meanings(at).some((it) => it.kind !== 'stop' && it.kind !== 'glue')) return null
  if (plain.length > 3 && pastEnding.test(plain) && !/^(?:সকাল|বিকাল|কাল)/.test(plain)) return 'past'
  return plain.length > 2 && futureEnding.test(plain) ? 'future' : null
}
