import { latinOf, type LanguageCode } from '@myna/language'
import { acts, type Intent } from '#intent/intents.ts'
import type { Utterance } from '#intent/read-utterances.ts'

type Random = () => number

const list = (words: string) => words.split('|').map((it) => it.trim())
const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T

const fillers: Record<LanguageCode, string[]> = {
  en: list('um|uh|so|well|actually|like|you know|basically|okay|er|hmm|i mean'),
  hi: list('अच्छा|तो|वो|मतलब|अरे|हम्म|देखिए|सुनिए|अं|जी'),
  hinglish: list('achha|to|woh|matlab|arre|hmm|dekhiye|suniye|um|ji|yaar'),
  bn: list('আচ্ছা|তো|মানে|ওই|শুনুন|দেখুন|হুম|উম|এই'),
}
const heads: Record<LanguageCode, string[]> = {
  en: list('please|can you please|could you|hi|hello|hey|okay so|listen|excuse me|i want you to|good morning|sorry to bother you but|quick thing'),
  hi: list('कृपया|नमस्ते|सुनिए|जरा|प्लीज|हैलो|एक बात|सर|मैडम|अच्छा सुनो'),
  hinglish: list('please|namaste|suniye|zara|hello|hi|ek baat|sir|madam|bhai|achha suno'),
  bn: list('দয়া করে|নমস্কার|শুনুন|একটু|প্লিজ|হ্যালো|দাদা|স্যার|ম্যাডাম|আচ্ছা শুনুন'),
}
const tails: Record<LanguageCode, string[]> = {
  en: list('please|thanks|if possible|for me|okay|right now|sir|if you can|as soon as possible|will you'),
  hi: list('प्लीज|जी|ठीक है|अभी|जल्दी|सर|मेहरबानी होगी|हो सके तो'),
  hinglish: list('please|ji|theek hai|abhi|jaldi|sir|na|ho sake to|yaar'),
  bn: list('প্লিজ|ঠিক আছে|এখনই|তাড়াতাড়ি|স্যার|দাদা|যদি পারেন|তো'),
}
const names: Record<'latin' | 'devanagari' | 'bengali', string[]> = {
  latin: list(
    'rohan|priya|karthik|neha|vikram|anjali|farhan|deepa|sarah|tom|imran|harpreet|stella|ajay|meera|lina|sunil|kabir|zoya|emily|suresh|gaurav|bhavesh|tanvi|yusuf|manish|david|olivia|mehta|sharma|kapoor|banerjee|gupta|verma|iyer|nair|das|khan|rahul|amit|anita|ravi|pooja|sneha|arjun|sanjay|rajesh|sunita|kavita|mohit|ankit',
  ),
  devanagari: list(
    'रोहन|प्रिया|कार्तिक|नेहा|विक्रम|अंजलि|राहुल|दीपा|सारा|इमरान|अजय|मीरा|सुनील|कबीर|सुरेश|गौरव|मनीष|शर्मा|कपूर|गुप्ता|वर्मा|अमित|अनीता|रवि|पूजा|संजय|राजेश|सुनीता|मोहित|अंकित|मेहता|खान',
  ),
  bengali: list(
    'রোহন|প্রিয়া|অর্ণব|নেহা|বিক্রম|অঞ্জলি|রাহুল|দীপা|সারা|ইমরান|অজয়|মীরা|সুনীল|কবির|সুরেশ|গৌরব|মনীশ|শর্মা|সেন|গুপ্ত|ঘোষ|অমিত|অনিতা|রবি|পূজা|সঞ্জয়|রাজেশ|সৌমেন|তানিয়া|রহিম|করিম|ফারহানা|দাস|মুখার্জি|ব্যানার্জি',
  ),
}
/** Names that stand in for one another. */
export const allNames: ReadonlySet<string> = new Set(Object.values(names).flat())
const nameSets = { latin: new Set(names.latin), devanagari: new Set(names.devanagari), bengali: new Set(names.bengali) }
const days = list('monday|tuesday|wednesday|thursday|friday|saturday|sunday')
const romanSpellings: [RegExp, string][] = [
  [/aa/, 'a'],
  [/ee/, 'i'],
  [/oo/, 'u'],
  [/w/, 'v'],
  [/z/, 'j'],
  [/ph/, 'f'],
  [/hai\b/, 'he'],
  [/nahi\b/, 'nahin'],
  [/nahi\b/, 'nhi'],
  [/hain\b/, 'hai'],
  [/mein\b/, 'me'],
  [/kya\b/, 'kia'],
  [/th/, 't'],
  [/iye\b/, 'ie'],
  [/a\b/, 'aa'],
]
const soundsLike: Record<string, string[]> = {
  to: ['two', 'too'],
  for: ['four'],
  four: ['for'],
  two: ['to'],
  their: ['there'],
  there: ['their'],
  your: ['you are'],
  you: ['u'],
  are: ['r'],
  meet: ['meat'],
  by: ['buy'],
  know: ['no'],
  right: ['write'],
  hour: ['our'],
  see: ['sea'],
  week: ['weak'],
  mail: ['male'],
  "don't": ['dont'],
  "i'm": ['im'],
  "what's": ['whats', 'what is'],
  "can't": ['cant'],
}

const isAct = new Set<string>(acts)

/** The utterance as another mouth, hand or recogniser might give it; the same row of random numbers gives the same text. */
export function noisy({ text, language, intent }: Pick<Utterance, 'text' | 'language'> & { intent: Intent | undefined }, random: Random): string {
  let words = text.split(/\s+/)
  if (random() < 0.6) words = words.map((word) => otherValue(word, random))
  if (random() < 0.5) words = words.map((word) => word.toLowerCase().replace(/[.,!?;:।"“”()]+$/g, '')).filter(Boolean)
  const act = intent === undefined || isAct.has(intent)
  if (!act && random() < 0.25) words.unshift(pick(heads[language], random))
  if (!act && random() < 0.2) words.push(pick(tails[language], random))
  if (random() < (act ? 0.15 : 0.25)) words.splice(Math.floor(random() * (words.length + 1)), 0, pick(fillers[language], random))
  if (words.length > 4 && random() < 0.3) words.splice(Math.floor(random() * words.length), 1)
  const rate = random() < 0.5 ? 0 : 0.12
  return words.map((word) => (random() < rate ? misspelt(word, language, random) : word)).join(' ')
}

function otherValue(word: string, random: Random): string {
  const bare = word.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '')
  for (const script of ['latin', 'devanagari', 'bengali'] as const) if (nameSets[script].has(bare)) return pick(names[script], random)
  if (days.includes(bare)) return pick(days, random)
  return word.replace(/\d/g, () => String(Math.floor(random() * 10)))
}

function misspelt(word: string, language: LanguageCode, random: Random): string {
  const alike = soundsLike[word.toLowerCase()]
  if (alike && language === 'en') return pick(alike, random)
  if (/[\u0900-\u09ff]/.test(word)) {
    if (random() < 0.5) return word.replace(/[िী]/, 'ी').replace(/[িী]/, 'ী')
    return word.replace(/[\u093e-\u094c\u09be-\u09cc\u0902\u0901\u0981\u093c]/, '')
  }
  if (language === 'hinglish' && random() < 0.7) {
    const [from, to] = pick(romanSpellings, random)
    return word.replace(from, to)
  }
  if (word.length < 4) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

/** A Hindi or Bengali text as it is written in Latin letters: long vowels short, and the vowel that Bengali leaves unwritten an `o`. */
export function romanised(text: string, language: LanguageCode): string {
  const short = (word: string) => word.replace(/aa+/g, 'A').replace(/ee+/g, 'i').replace(/oo+/g, 'u')
  const words = text.split(/\s+/).map((word) => short(latinOf(word.replace(/[।,.?!]/g, ''))))
  return words.map((word) => (language === 'bn' ? word.replace(/a/g, 'o') : word).replace(/A/g, 'a')).join(' ')
}
