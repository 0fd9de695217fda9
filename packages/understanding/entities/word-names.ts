import { isListedWord, type KnownName, knownName } from '#entities/known-names.ts'
import { isFunctionWord } from '#entities/name-words.ts'
import { selfCues, wordNameCues, wordNameFollowers } from '#entities/name-cues.ts'

const helpers = new Set(['will', 'may', 'can', 'mark'])
const verbs = /^(?:diya|diye|zara|jara|दिया|जरा|দিয়া|দিযা)$/
const never = new Set([
  'dawa',
  'tara',
  'mim',
  'maan',
  'asim',
  'dev',
  'jay',
  'bat',
  'pat',
  'bharat',
  'basant',
  'sun',
  'star',
  'chandan',
  'jean',
  'sue',
  'art',
  'ekta',
  'ganga',
])
const things =
  /^(?:invoice|bill|parcel|document|account|file|quot|refund|delivery|budget|status|task|details|profile|birthday|record|reminder|deal|order|ticket|lead|number|phone|email|meeting|appointment|payment|address|इनव|बिल|पार्सल|डॉक्यूमेंट|अकाउंट|खाता|फाइल|कोटेशन|रिफंड|डिलीवरी|स्टेटस|टास्क|प्रोफाइल|रिमाइंडर|ডেলিভারি|ইনভ|বিল|পার্সেল|ডকুমেন্ট|অ্যাকাউন্ট|ফাইল|কোটেশন|রিফান্ড|স্ট্যাটাস|টাস্ক|প্রোফাইল|রিমাইন্ডার|ফোন|ইমেইল|লিড|ডিল|অর্ডার|টিকিট|মিটিং|নম্বর|নাম্বার|ঠিকানা|পেমেন্ট|অ্যাপয়েন্ট)/
const joiners = /^(?:and|aur|और|আর|এবং|ও)$/
const speaks = /^(?:from|here|speaking|calling|bol|hoon|hun|hu|बोल|हूं|हू|বলছি)$/

const phraseBefore = (forms: readonly string[], at: number, cues: ReadonlySet<string>) =>
  [1, 2, 3].some((length) => at >= length && cues.has(forms.slice(at - length, at).join(' ')))
const phraseAfter = (forms: readonly string[], at: number, cues: ReadonlySet<string>) =>
  [1, 2].some((length) => at + length <= forms.length && cues.has(forms.slice(at, at + length).join(' ')))

/**
 * The name that a word is which is also an ordinary word (`will`, `rose`, `diya`, `कमल`, `আশা`), when the words around say that someone is meant; null
 * otherwise. `forms` are words in match form; what is written onto a Bengali name, such as `কে`, speaks for itself.
 */
export function wordName(forms: readonly string[], at: number, known: KnownName | null): KnownName | null {
  const form = forms[at] ?? ''
  if (known === null || !known.unsure || known.kind !== 'given' || form.length < 3 || known.latin.length < 3 || never.has(known.latin)) return null
  if ((isFunctionWord(form) && !helpers.has(form) && !verbs.test(form)) || (/^[a-z]/.test(form) ? !isListedWord(form) : known.latin.length < 4)) return null
  const meant = { ...known, unsure: false }
  if (phraseBefore(forms, at, wordNameCues)) return verbs.test(form) && /^(?:hai|है)?$/.test(forms[at + 1] ?? '') === false ? null : meant
  const after = forms[at + 1] ?? ''
  const family = knownName(after)?.family === true
  if (phraseBefore(forms, at, selfCues) && (speaks.test(after) || family)) return meant
  const begins = at === 0 || joiners.test(forms[at - 1] ?? '')
  if (begins && family && !helpers.has(form) && (!verbs.test(form) || /^(?:from|wants|called|asked|is|has)$/.test(forms[at + 2] ?? ''))) return meant
  if (helpers.has(form)) return begins && (after === 'from' || after === 'called') && knownName(forms[at + 2] ?? '')?.kind !== 'given' ? meant : null
  if (form.endsWith('কে') && known.ending > 0) return meant
  const bengali = /[\u0980-\u09ff]/.test(form)
  const owner = /^(?:ka|ki|ke|का|की|के|এর|র)$/.test(after) ? forms[at + 2] : known.ending > 0 && !form.endsWith('কে') ? after : undefined
  if (owner !== undefined && things.test(owner)) return meant
  const followed = phraseAfter(forms, at + 1, wordNameFollowers)
  if (
    followed &&
    (/[\u0900-\u097f]/.test(form) || (bengali && (known.ending > 0 || !/^(?:র|ফোন|ইমে|লিড|ডিল|অর্ডার|টিকিট|জন্য|মিটিং|নম্বর|নাম্বার|ঠিকানা|নামে)/.test(after))))
  )
    return meant
  if (followed && !bengali && (begins || /^(?:ko|ka|ki|ke|ne|se|bol)$/.test(after))) return after === 'from' && at > 0 ? null : meant
  const next = joiners.test(after) ? knownName(forms[at + 2] ?? '') : null
  const before = joiners.test(forms[at - 1] ?? '') ? knownName(forms[at - 2] ?? '') : null
  return next?.kind === 'given' || before?.kind === 'given' ? meant : null
}
