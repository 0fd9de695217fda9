/** How much a text sounds like a whole turn. */
export type Completeness = 'finished' | 'unsure' | 'unfinished'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Words that ask for another word after them: conjunctions, articles, prepositions, auxiliaries, hesitations. Of Hindi and Bengali also as they are written in Latin letters. */
const leadsOn = words(`
  and or but so because cause if when while that which who whose where than then as like the a an my your his her our their this these those some any every
  each to for from with without of in on at by about into over under between after before until is are was were am be been will would can could should may
  might must do does did have has had going gonna wanna want need i we they he she it's i'm i'll i've i'd we're um uh uhm umm hmm er erm well actually basically also
  very really just maybe let let's mr mrs dr whether per near plus and/or
  aur ya lekin magar kyunki kyonki ki ke ka ko se mein me par agar matlab yani phir fir liye wala wali wale mera meri mere aapka aapki apna apni main mujhe hum hamein
  woh wo yeh ye jo jab jaise tak taaki ek
  ebong othoba kintu karon jodi jokhon jemon mane tarpor amar apnar amader ei oi sei ami amra amake jonno theke diye sathe songe porjonto ekta ekti
  और या लेकिन मगर पर क्योंकि कि तो अगर जब जो जैसे मतलब फिर का के की को से में तक लिए वाला वाली वाले एक मेरा मेरी मेरे आपका आपकी आपके अपना अपनी अपने उसका उसकी यह ये
  वह वो मैं हम मुझे हमें उम तथा बल्कि ताकि यानी बारे
  এবং আর ও বা অথবা কিন্তু তবে কারণ যে যদি যখন যেমন মানে তারপর তো একটা একটি আমার আপনার তার আমাদের এই ওই সেই আমি আমরা আমাকে জন্য থেকে দিয়ে সাথে সঙ্গে পর্যন্ত মধ্যে কাছে
  উম যাতে সেটা যেটা`)

/** Pairs of words that lead on although their last word alone does not. */
const pairsLeadOn = words(`
  looking_for calling_about would_like able_to such_as number_is name_is email_is address_is there_is there_are let_me one_second wait_a trying_to have_to kind_of sort_of you_know i_mean
  what's_the how_much how_many baare_mein ke_liye naam_hai number_hai
  नाम_है नंबर_है पता_है के_लिए বিষয়ে_একটু নাম_হলো নম্বর_হলো`)

/** Single words that are a whole turn. */
const wholeAlone = words(`
  yes yeah yep no nope okay ok sure thanks goodbye bye correct right please hello hi exactly absolutely never nothing sorry stop
  haan han haanji ji nahi nahin theek thik dhanyavaad shukriya namaste bilkul sahi accha achha bas
  hyan na thik dhonnobad nomoshkar accha
  हाँ हां जी नहीं ठीक धन्यवाद शुक्रिया नमस्ते बिल्कुल सही अच्छा बस
  হ্যাঁ জি না ঠিক ধন্যবাদ নমস্কার আচ্ছা অবশ্যই`)

/** Endings of finite verbs and of questions: in Hindi and Bengali they close a clause. */
const closesClause =
  /(?:^|\s)(?:है|हैं|हूँ|हूं|था|थी|थे|\S*(?:ूंगा|ूंगी|ेगा|ेगी|ेंगे|ोगे|ाइए|िए|िये|इये)|दो|करो|करें|चाहिए|चाहिये|नहीं|सकते|सकता|सकती|गया|गई|गए|लिया|दिया|किया|क्या|कहाँ|कब|कितना|कितने|hai|hain|hoon|hu|hun|tha|thi|chahiye|nahi|nahin|dijiye|kijiye|bataiye|karo|karna|gaya|gayi|kya|kahan|kab|kitna|kitne|\S*(?:unga|ungi|ega|egi|enge)|\S*(?:ছি|ছে|ছেন|ছো|লাম|লেন|বেন|বো|বে)|আছে|আছি|চাই|চান|নেই|দিন|করুন|বলুন|কি|কী|কোথায়|কখন|কত|হবে|হয়|পারি|পারেন|নয়|করি|করেন|রাখুন|জানান|পাঠান|ache|chai|chan|nei|din|korun|bolun|kothay|kokhon|koto|hobe|pari|paren)$/u

const hesitates = /(?:,|…|-|\.\.\.)\s*$/u
const endsSentence = /[.?!।？]\s*$/u
const onlyDigits = /^[\d\s+-]+$/

/** Digits of a telephone number; fewer, spoken alone, may go on. */
const numberDigits = 10

/**
 * Whether words heard so far sound like a whole turn, in English, Hindi, Hinglish or Bengali, with or without the punctuation of a recogniser. `asked` says
 * that the agent has just asked something: then a single word may be all of the answer.
 */
export function completeness(text: string, asked: boolean): Completeness {
  const trimmed = text.trim()
  if (trimmed === '') return 'unsure'
  if (hesitates.test(trimmed)) return 'unfinished'
  const spoken = trimmed
    .toLowerCase()
    .replace(/[,;:।?!.…"“”]+/gu, ' ')
    .trim()
    .split(/\s+/)
  const last = spoken.at(-1) ?? ''
  if (onlyDigits.test(spoken.join(' '))) return trimmed.replace(/\D/g, '').length >= numberDigits ? 'finished' : 'unfinished'
  if (spoken.length === 1 && wholeAlone.has(last)) return 'finished'
  if (closesClause.test(` ${spoken.join(' ')}`) && !pairsLeadOn.has(spoken.slice(-2).join('_'))) return 'finished'
  if (leadsOn.has(last) || pairsLeadOn.has(spoken.slice(-2).join('_'))) return endsSentence.test(trimmed) && spoken.length > 3 ? 'unsure' : 'unfinished'
  if (endsSentence.test(trimmed)) return 'finished'
  if (wholeAlone.has(last)) return 'finished'
  const isLatin = /^[\p{Script=Latin}\p{N}'’.@+-]+$/u.test(last)
  return isLatin && (spoken.length >= 3 || asked) ? 'finished' : 'unsure'
}

/** Silences that end a turn, in milliseconds, besides the one of the policy for turns that nobody can be sure of. */
const finishedMs = 300
const unfinishedMs = 1_600

/** How much silence ends a turn with these words. */
export function endingSilenceMs(policy: { endpointing: 'adaptive' | 'fixed'; endsAfterMs: number }, text: string, asked: boolean): number {
  if (policy.endpointing === 'fixed') return policy.endsAfterMs
  const complete = completeness(text, asked)
  if (complete === 'finished') return Math.min(finishedMs, policy.endsAfterMs)
  return complete === 'unfinished' ? Math.max(unfinishedMs, policy.endsAfterMs) : policy.endsAfterMs
}
