import type { LanguageCode } from '@myna/language'
import type { SentenceName } from '#answer/wording/sentences.ts'

const kinds: [SentenceName, RegExp][] = [
  [
    'identity',
    /\b(?:who are you|what are you|are you (?:a |an )?(?:robot|bot|human|real|ai|machine|person|computer|real person)|am i (?:talking|speaking) to (?:a |an )?(?:robot|bot|human|real|ai|machine|person|computer)|your name|who is this|who am i (?:talking|speaking) (?:to|with))\b|आप कौन (?:हैं|हो)|तुम कौन|(?:रोबोट|मशीन|इंसान|एआई) (?:हैं|हो|है)|आपका नाम क्या|\b(?:aap|tum) kaun (?:hai|hain|ho)\b|\b(?:robot|insaan|machine|bot|ai) (?:ho|hai|hain)\b|\baapka naam kya\b|আপনি কে\b|আপনি কে[\s?।]|আপনি কি (?:রোবট|মানুষ|মেশিন|এআই)|আপনার নাম/i,
  ],
  [
    'orders',
    /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|previous|above|guidelines?)\b|\b(?:system prompt|your instructions|jailbreak|developer mode)\b|\bpretend (?:to be|you are)\b|\byou are now\b|\b(?:bot|agent|assistant)\b.{0,20}\b(?:har|every|each) (?:jawab|answer|reply)\b|\b(?:har|every|each) (?:jawab|answer|reply) (?:ke|mein|me|with)\b.{0,60}\b(?:bol|bole|bolo|likh|likhe|likho|link)\b/i,
  ],
  [
    'wellbeing',
    /^(?:hi |hello |hey )?how are you(?: doing)?(?: today)?\W*$|^(?:आप )?कैसे (?:हैं|हो)\W*$|^(?:aap )?kaise (?:ho|hain|hai)\W*$|^(?:আপনি )?কেমন আছেন\W*$/i,
  ],
  ['thanks', /^(?:ok(?:ay)?,? |great,? |alright,? )?(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|thank you|धन्यवाद|शुक्रिया|dhanyava+d|shukriya|ধন্যবাদ)\W*$/i],
  ['goodbye', /^(?:ok(?:ay)? |thanks?(?: you)?,? )?(?:bye(?: bye)?|good ?bye|see you|अलविदा|बाय|alvida|বিদায়|বিদায়|আসি|টাটা)\W*$/i],
  [
    'greeting',
    /^(?:hi+|hello+|hey+|good (?:morning|afternoon|evening|day)|greetings|namaste|namaskar|नमस्ते|नमस्कार|हैलो|हेलो|প্রণাম|নমস্কার|হ্যালো|সালাম|assalamu? alaikum|salaam|hola)(?: there| sir| madam| ji)?\W*$/i,
  ],
]

/** Which sentence answers talk that asks nothing of the business, if it is such talk. */
export function smallTalk(text: string, _language: LanguageCode): SentenceName | null {
  if (text.length > 400) return kinds[1]?.[1].test(text) ? 'orders' : null
  return kinds.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null
}
