import { hinglishFunctionWords, wordsSharedWithEnglish } from '@myna/language'

type Count = (text: string) => number
const counting =
  (pattern: RegExp): Count =>
  (text) =>
    text.match(pattern)?.length ?? 0

const scripts: [language: string, count: Count][] = [
  ['hi', counting(/[\u0900-\u097f]/g)],
  ['bn', counting(/[\u0980-\u09ff]/g)],
  ['pa', counting(/[\u0a00-\u0a7f]/g)],
  ['gu', counting(/[\u0a80-\u0aff]/g)],
  ['or', counting(/[\u0b00-\u0b7f]/g)],
  ['ta', counting(/[\u0b80-\u0bff]/g)],
  ['te', counting(/[\u0c00-\u0c7f]/g)],
  ['kn', counting(/[\u0c80-\u0cff]/g)],
  ['ml', counting(/[\u0d00-\u0d7f]/g)],
  ['si', counting(/[\u0d80-\u0dff]/g)],
  ['th', counting(/[\u0e00-\u0e7f]/g)],
  ['ar', counting(/[\u0600-\u06ff]/g)],
  ['he', counting(/[\u0590-\u05ff]/g)],
  ['el', counting(/[\u0370-\u03ff]/g)],
  ['ru', counting(/[\u0400-\u04ff]/g)],
  ['ko', counting(/[\uac00-\ud7af]/g)],
  ['ja', counting(/[\u3040-\u30ff]/g)],
  ['zh', counting(/[\u4e00-\u9fff]/g)],
]

const words = (list: string) => new Set(list.split(' '))
const hinglish = new Set([...hinglishFunctionWords, ...'se par ya tak bhai din raat subah shaam ghar paisa rupaye sirf bahut accha achha'.split(' ')])
for (const word of wordsSharedWithEnglish) if (word.length < 4 && !/^(?:ki|se|hi|ya)$/.test(word)) hinglish.delete(word)

const latin: [language: string, frequent: Set<string>][] = [
  [
    'en',
    words(
      'the and of to in is for our we you your with are on at from by all or as be an this that have will can us it not any please more more if every has out its their which who how what when where do does get about',
    ),
  ],
  ['hinglish', hinglish],
  ['es', words('el la los las de del y en para con por una su nuestros nuestra somos usted más sobre como es que se al')],
  ['fr', words('le la les des du et en pour avec une nos notre vous votre sur est dans plus au aux par nous ce cette')],
  ['de', words('der die das und in für mit von wir sie ihre unser unsere ist auf ein eine zu im den dem nicht auch oder bei')],
  ['pt', words('o os as de do da e em para com uma nossos nossa você seu mais não por são que no na um ao')],
  ['it', words('il lo gli di del della e per con una nostri nostro siamo più è che nel dei le al da sono')],
  ['nl', words('de het een en van voor met onze wij uw op is in te bij naar ook niet zijn u of aan')],
  ['id', words('yang dan di untuk dengan kami anda dari ini itu kepada adalah akan pada atau tidak juga dapat')],
  ['tr', words('ve bir için ile bu en olarak daha çok bizim hizmet değil olan sizin her gibi')],
]

const marathi = /(?:^|\s)(?:आहे|आहेत|आणि|आम्ही|तुम्ही|आमच्या|येथे)(?=\s|$|[।.,])/u
const nepali = /(?:^|\s)(?:छ|छन्|हाम्रो|तपाईं|गर्नुहोस्|र)(?=\s|$|[।.,])/u
const assamese = /[\u09f0\u09f1]/
const urdu = /[\u0679\u0688\u0691\u06ba\u06be\u06d2]/
const ukrainian = /[іїєґ]/i
const letters = /\p{L}+/gu

/** The language of a text: `en`, `hi`, `bn`, `hinglish` (Hindi in Latin letters, mixed with English) or another BCP 47 primary tag; `fallback` where the text does not tell. */
export function languageOf(text: string, fallback: string): string {
  const sample = text.length > 3000 ? text.slice(0, 3000) : text
  if (/[\u0250-\u{10ffff}]/u.test(sample)) {
    const basic = sample.match(/[a-z]/gi)?.length ?? 0
    let best = ''
    let most = 0
    for (const [language, count] of scripts) {
      const found = count(sample)
      if (found > most) [best, most] = [language, found]
    }
    if (most > 2 && most > basic * 0.4) return refined(best, sample)
  }
  const found = sample.toLowerCase().match(letters)
  if (!found || found.length < 3) return fallback
  let best = fallback
  let most = 0
  for (const [language, frequent] of latin) {
    let hits = 0
    for (const word of found) if (frequent.has(word)) hits++
    const score = language === fallback ? hits * 1.15 : hits
    if (score > most) [best, most] = [language, score]
  }
  if (best === 'hinglish' && most < found.length * 0.15) return fallback
  const usual = best === fallback || best === 'en' || best === 'hinglish'
  if (usual ? most >= Math.max(2, found.length * 0.12) : most >= Math.max(4, found.length * 0.2)) return best
  return fallback
}

function refined(language: string, text: string): string {
  if (language === 'hi') return marathi.test(text) ? 'mr' : nepali.test(text) ? 'ne' : 'hi'
  if (language === 'bn') return assamese.test(text) ? 'as' : 'bn'
  if (language === 'ar') return urdu.test(text) ? 'ur' : 'ar'
  if (language === 'ru') return ukrainian.test(text) ? 'uk' : 'ru'
  if (language === 'zh') return /[\u3040-\u30ff]/.test(text) ? 'ja' : 'zh'
  return language
}
