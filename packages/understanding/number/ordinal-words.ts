import { type LanguageCode, matchForm } from '@myna/language'
import { foldedNumeral, numeralOf } from '#number/numeral-tables.ts'

const english = new Map(
  `first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 nineth 9 tenth 10 eleventh 11 twelfth 12 thirteenth 13 fourteenth 14 fifteenth 15 sixteenth 16
  seventeenth 17 eighteenth 18 nineteenth 19 twentieth 20 thirtieth 30 fortieth 40 fiftieth 50 sixtieth 60 seventieth 70 eightieth 80 ninetieth 90 hundredth 100`
    .split(/\s+/)
    .flatMap((word, at, all) => (at % 2 === 0 ? [[word, Number(all[at + 1])] as const] : [])),
)

const named = (table: string) =>
  new Map(
    table
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [word = '', value = ''] = entry.split('=')
        return [matchForm(word), Number(value)] as const
      }),
  )

const script =
  named(`पहला=1 पहली=1 दूसरा=2 दूसरी=2 दूसरे=2 तीसरा=3 तीसरी=3 तीसरे=3 चौथा=4 चौथी=4 चौथे=4 छठा=6 छठी=6 छठे=6 छठवां=6 प्रथम=1 द्वितीय=2 तृतीय=3 फर्स्ट=1 सेकंड=2 थर्ड=3
  প্রথম=1 প্রথমে=1 দ্বিতীয়=2 তৃতীয়=3 চতুর্থ=4 পঞ্চম=5 ষষ্ঠ=6 সপ্তম=7 অষ্টম=8 নবম=9 দশম=10 একাদশ=11 দ্বাদশ=12 পহেলা=1 পয়লা=1 দোসরা=2 তেসরা=3 চৌঠা=4 পাঁচই=5 ছয়ই=6 সাতই=7 আটই=8 নয়ই=9
  একুশে=21 বাইশে=22 তেইশে=23 চব্বিশে=24 পঁচিশে=25 ছাব্বিশে=26 সাতাশে=27 আটাশে=28 ঊনত্রিশে=29 ত্রিশে=30 একত্রিশে=31 উনিশে=19 বিশে=20 ফার্স্ট=1 সেকেন্ড=2 থার্ড=3`)

const latin =
  named(`pehla=1 pahla=1 pehli=1 pahli=1 doosra=2 dusra=2 doosri=2 dusri=2 doosre=2 dusre=2 teesra=3 tisra=3 teesri=3 tisri=3 teesre=3 tisre=3 chautha=4 chauthi=4 chauthe=4
  chhatha=6 chatha=6 chhathi=6 chhata=6 prothom=1 ditiyo=2 tritiyo=3 choturtho=4 ponchom=5 pohela=1 poyla=1`)

const indicEnding = /(?:वां|वीं|वें|वा|वी|वे|ई|ই|তম)$/
const latinEnding = /(?:van|vaan|va|vi|vin|vee|veen|ve|ven|wan|waan|wa|wi|win|we)$/

/** A numeral that an ending makes an ordinal: `पाँचवाँ`, `dasvi`, `দশম`, `বারোই`. */
function withEnding(word: string, language: LanguageCode): number | null {
  const ending = /[\u0900-\u09ff]/.test(word) ? indicEnding : language === 'en' ? null : latinEnding
  const bare = ending === null ? word : word.replace(ending, '')
  if (ending === null || bare === word || bare.length < 2) return null
  const numeral = numeralOf(bare, language)?.numeral ?? (/[a-z]/.test(bare) ? numeralOf(`${foldedNumeral(bare)}h`, language)?.numeral : undefined)
  return numeral !== undefined && (numeral.kind === 'small' || numeral.value === 100) && numeral.value > 3 ? numeral.value : null
}

/** What makes digits an ordinal when it stands behind them, in match form. */
export const ordinalSuffixes: ReadonlySet<string> = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'वां',
  'वीं',
  'वें',
  'वा',
  'वी',
  'ম',
  'য',
  'ই',
  'শে',
  'লা',
  'রা',
  'ঠা',
  'তম',
  'va',
  'vi',
  've',
  'vaan',
])

/** The English ordinals below a hundred that are one word, by value. */
export const englishOrdinal = (word: string): number | undefined => english.get(word)

/** The ordinal that one word in match form is, or null. */
export const ordinalOf = (word: string, language: LanguageCode): number | null =>
  english.get(word) ?? script.get(word) ?? (language === 'en' ? undefined : latin.get(word)) ?? withEnding(word, language)
