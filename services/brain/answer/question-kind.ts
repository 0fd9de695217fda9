import { patterns } from '#answer/question-patterns.ts'
import type { LanguageCode } from '@myna/language'

/** What kind of thing would answer a question. */
export type Asks =
  | 'phone'
  | 'fax'
  | 'email'
  | 'whatsapp'
  | 'address'
  | 'hours'
  | 'price'
  | 'percent'
  | 'duration'
  | 'date'
  | 'person'
  | 'number'
  | 'list'
  | 'procedure'
  | 'reason'
  | 'yes_no'
  | 'open'

/** Whether a yes or a no is wanted. */
export function isPolar(text: string, language: LanguageCode): boolean {
  const other =
    patterns.who.test(text) ||
    patterns.when.test(text) ||
    patterns.where.test(text) ||
    patterns.howMuch.test(text) ||
    patterns.how.test(text) ||
    patterns.why.test(text)
  if (language === 'en')
    return (patterns.polarStart.test(text) || (!other && !patterns.which.test(text) && polarAfterCase.test(text))) && !/\bor\b.*\?/.test(text)
  if (other || /कौन|\bkaun\b|(?:^|\s)किस(?:े|का|की|के|को|ने|में)?(?=\s)|\bkis\b|কোন|কী/i.test(text)) return false
  if (patterns.polarStart.test(text)) return true
  if (language !== 'hinglish' && statementEnd.test(text)) return true
  if (language === 'hinglish' && statementEndLatin.test(text) && !/\bkya\b/i.test(text)) return true
  if (language === 'hi') return patterns.polarHindi.test(text) && !/क्या (?:है|हैं|होता|होती|करना|करें|चाहिए)/.test(text)
  if (language === 'hinglish')
    return patterns.polarHinglish.test(text) && !/\bkya (?:hai|hain|h|hota|hoti|karna|karu|chahiye|kya)\b(?!.*\bkya\b)/i.test(text.replace(/^kya /i, ''))
  return patterns.polarBengali.test(text)
}

/** A yes or a no is asked after what the case is: `I'm 22, can I have the car?`, `We are a charity, is there a discount?` */
const polarAfterCase =
  /^(?!\W*(?:what|which|how|where|when|who|why)\b)(?:i|i'm|i've|we|we're|my|our|if|since|as|suppose)\b[^?]{2,70}?[ ,;](?:can|could|do|does|is|are|will|would|may|should|am) (?:i|we|you|it|they|there|he|she|my|the|your|this|that|somebody|someone)\b(?!.*\b(?:what|which|how|where|who)\b)/i

/** What kind of thing would answer a question, by its words and the concepts they stand for. */
export function kindOf(text: string, concepts: ReadonlySet<string>, polar: boolean): Asks {
  const has = (...ids: string[]) => ids.some((id) => concepts.has(id))
  const hoursWords =
    (has('hours') &&
      !(/\b(?:per|an|each|every|one|two|three|four|five|six|eight|ten|\d+) hours?\b/i.test(text) && !has('open', 'close')) &&
      !/(?:ते|के|इस|उस) समय|করার সময়|\b(?:\w+t[ei]|ke) (?:time|samay)\b/.test(text)) ||
    (has('open', 'close') && !/\b(?:account|open[- ]frame|open (?:source|air|plan))\b/i.test(text))
  const days = has(
    'sunday',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'weekday',
    'weekend',
    'today',
    'tomorrow',
    'now',
    'holiday',
    'night',
    'evening',
    'morning',
  )
  if (polar && /[?.]\s*\b(?:which|what)\b/i.test(text)) return 'list'
  if (polar) return (has('open', 'close') && (days || /\d/.test(text))) || (has('visit') && days && !has('home_visit', 'house')) ? 'hours' : 'yes_no'
  if (closedDay.test(text)) return 'hours'
  if (whatNow.test(text)) return 'procedure'
  if (/^\W*where (?:your |the |these |those )?[^?]{2,60} from\W*$/i.test(text)) return 'open'
  if (patterns.why.test(text)) return 'reason'
  if (patterns.percent.test(text) || (has('interest_rate', 'loan', 'savings', 'fixed_deposit') && rateAsked.test(text))) return 'percent'
  if (has('fax')) return 'fax'
  if (has('email')) return 'email'
  if (has('whatsapp') && /number|no\b|नंबर|নম্বর|नম্বর/i.test(text)) return 'whatsapp'
  if (ageAsked.test(text)) return 'number'
  if (
    (patterns.duration.test(text) ||
      patterns.often.test(text) ||
      (readyBy.test(text) && has('deposit', 'invoice', 'result', 'delivery', 'refund', 'order', 'ready', 'document', 'money', 'visa', 'passport'))) &&
    (!hoursWords || spanAsked.test(text))
  )
    return 'duration'
  if (/\bcalled\b/i.test(text)) return 'open'
  if (has('phone') && !has('product')) return 'phone'
  if (has('call') && /\bnumber\b|नंबर|নম্বর/i.test(text)) return 'phone'
  if (yearAsked.test(text)) return 'date'
  if (/^\W*how (?:far|big|tall|high|wide|deep|heavy) (?!.*\bcost)/i.test(text) && !hoursWords) return 'number'
  if (daysAWeek.test(text)) return 'number'
  if (startsAt.test(text) && !hoursWords) return 'price'
  if (daysAsked.test(text) && !hoursWords) return 'date'
  if (/\bwhom? (?:should|do|can|must|shall) (?:i|we) (?:call|ring|phone|contact)\b|\bkise (?:call|phone)|किसे (?:कॉल|फोन|फ़ोन)|কাকে (?:ফোন|কল)/i.test(text))
    return 'phone'
  if (hoursWords && (patterns.when.test(text) || has('hours') || /बजे|\bbaje\b|ক'?টা[যয]/i.test(text) || patterns.which.test(text))) return 'hours'
  if (/\b(?:licen[cs]e|registration|gst(?:in)?|pan|account|affiliation|tax|vat|policy|fssai|cin|model|part) (?:number|no)\b/i.test(text)) return 'open'
  if (patterns.percent.test(text)) return 'percent'
  if ((patterns.most.test(text) || patterns.least.test(text)) && has('cheap', 'expensive')) return 'price'
  if (priced.test(text) || depositAsked.test(text) || (has('deposit', 'penalty') && (patterns.which.test(text) || patterns.howMuch.test(text)))) return 'price'
  if (amountAsked.test(text) && has('loan', 'lend_money')) return 'price'
  if (has('loan', 'lend_money') && upToAsked.test(text)) return 'price'
  if (amountAsked.test(text) && !has('price', 'money')) return 'number'
  if (onCondition.test(text) && patterns.when.test(text) && !patterns.howMuch.test(text) && !hoursWords) return 'open'
  if (patterns.when.test(text) && !patterns.howMuch.test(text) && !hoursWords) return 'date'
  if (has('price') || (/\bhow much\b/i.test(text) && !has('weight', 'distance'))) return patterns.procedure.test(text) && !has('price') ? 'procedure' : 'price'
  if (
    /\bhow do (?:i|we|you) (?:reach|contact)\b|contact (?:details|info)/i.test(text) ||
    (has('contact') && (patterns.how.test(text) || patterns.which.test(text)) && concepts.size <= 2)
  )
    return 'phone'
  if (has('address') && !patterns.who.test(text)) return 'address'
  if (patterns.where.test(text)) return 'address'
  if (patterns.when.test(text)) return 'date'
  if (patterns.howMany.test(text) || patterns.size.test(text)) return 'number'
  if (patterns.howMuch.test(text)) return has('money') ? 'price' : has('duration') ? 'duration' : 'number'
  if (patterns.who.test(text)) return 'person'
  if (patterns.procedure.test(text) || patterns.how.test(text)) return 'procedure'
  if (patterns.list.test(text)) return 'list'
  return 'open'
}

/** Tells a case and asks what is to be done: `it came torn, what do I do?` */
const whatNow = /[,.;] (?:so )?what (?:(?:do|should|can|must|shall) (?:i|we) do|now|next)\b/i
/** Asks on which day of the week nobody is there. */
export const closedDay =
  /\b(?:which|what) (?:days?|weekdays?)\b[^?]*\b(?:closed?|shut|off|holiday)\b|\b(?:weekly|day) off\b|(?:किस|कौन से|कौनसे) (?:दिन|वार)[^?]*(?:बंद|बन्द|छुट्टी)|\b(?:kis|kaun ?se) (?:din|day)\b[^?]*\b(?:bandh?|chh?utti|off|closed?)\b|(?:কোন|কী|কি) (?:দিন|বার|বারে)[^?]*(?:বন্ধ|ছুটি)/i

/** Asks in which case, not on which day: `when is delivery free?` */
const onCondition =
  /\bwhen (?:is|are|do|does|will|must|should) .*\b(?:free|required?|needed?|necessary|mandatory|apply|applies|charged?|waived)\b|(?:मुफ्त|मुफ़्त|फ्री|माफ|माफ़|ज़रूरी|जरूरी)[^?]* कब|कब [^?]*(?:पड़त|पडत|ज़रूरी|जरूरी|मुफ्त|मुफ़्त)|\bkab\b[^?]*\b(?:padt[aei]|zaroori|free|muft)|\b(?:free|muft)\b[^?]*\bkab\b|(?:বিনামূল্যে|ফ্রি|দরকার)[^?]* কখন|কখন [^?]*(?:লাগে|দরকার|বিনামূল্যে|ফ্রি)/i

/** Ends in a verb, with no word that asks for more: a yes or a no is wanted. */
const statementEnd =
  /^(?!.*(?:क्या|कितन|कैसे|क्यों|कब|কত|কয়|কটা|কটি|ক'টি|কেমন|কীভাবে|কিভাবে|কি\s|কী|কোন|কে\s|কার\s|কখন|কবে|কোথায়|কেন\s|কাকে|কারা|কতক্ষণ)).*(?:आছে|আছে|যায়|যাবে|হয়|হবে|করেন|করে|দেন|নেন|পারি|পারব|পারবো|চলে|লাগে|লাগবে|পাঠান|সারান|বানান|রাখেন|মেলে|পাব|পাবো|খোলা|খোলে|है|हैं|मिलेगा|मिलेगी|होगा|होगी|होता है|देते हैं)\s?[?।]*$|[,।]\s*क्या\s/u
const statementEndLatin =
  /^(?!.*\b(?:kya|kitn\w+|kais\w+|kyu\w*|kyon|kab|kaun\w*|kis\w*|kahan?|kidhar|kon\w*|batao|bataiye|bataye)\b).*\b(?:hai|hain|ho|milega|milegi|milta|milti|hoga|hogi|sakte|sakta|chalega|chalegi|lagega|lagegi|milenge|milte|denge|karenge|lenge|jaate|jate|lagta|lagte|karte|dete|lete|jayega|jayegi|jaayega|jaayegi|sakti|chalta|chalti|rehta|rehti|hota|hoti|padega|padta|lagenge)(?: (?:hai|hain|h))?\s?\?*$/i
const daysAsked = /\b(?:which|what) (?:days?|months?)\b|किन महीनों|কোন মাসে|किस दिन|किन दिनों|\bkis din\b|\bkin dino|কোন (?:কোন )?দিন|কী বারে|কোন বারে/i
const readyBy = /\bby when\b|\bhow soon\b|कब तक|\bkab tak\b|কতদিনের মধ্যে|কবে পাব|কবে পাওয়া|\bwhen (?:will|do|can) (?:i|we) (?:get|receive)\b/i
const yearAsked = /\b(?:which|what) year\b|किस (?:साल|वर्ष)|कौन\s?-?\s?से (?:साल|वर्ष)|\bkis saal\b|\bkaun\s?-?\s?se saal\b|(?:কোন|কত) (?:সালে|সালের|বছরের মডেল)/i
/** The rate of a loan or a deposit. */
const rateAsked = /\brates?\b|(?:ब्याज )?दर(?=\s|$)|रेट|সুদ|(?:^|\s)(?:হার|রেট)(?=\s)/i
/** How large a loan may be. */
const upToAsked = /कितन[ेाी] (?:तक|रुपये|का)|\bkitn[eai] (?:tak|ka|rupaye)\b|কত (?:টাকা|পর্যন্ত)|\b(?:largest|maximum|most|highest)\b/i
/** How much is to be left with them. */
const depositAsked = /\bwhat (?:security|deposit|advance|down ?payment|token) (?:do|does|must|should|is|will|would)\b/i
/** From which age on. */
const ageAsked =
  /\b(?:how old|what age) (?:must|should|need|can|may|do|does|to)\b|\b(?:minimum|youngest|lowest) age\b|\bage limit\b|कितन\S+ (?:साल|वर्ष|उम्र)[^?]*(?:उम्र|आयु)|कितनी (?:उम्र|आयु)|\bkitn\w+ (?:saal ki )?umar\b|কত (?:বছর )?বয়স/i
/** How many days of a week, which is no span of time. */
const daysAWeek =
  /\bhow many (?:days|times|classes|lessons|sessions) (?:a|per|each|in a) week\b|(?:हफ्ते|हफ़्ते|सप्ताह) में कितन|\bhaft[ae] (?:mein|me) kitn|(?:সপ্তাহে|হপ্তায়) (?:কত|কয়|ক['’]?)/i
/** From which price on: `kitne se shuru`. */
const startsAt = /कितने? (?:रुपये |रुपए )?से शुरू|\bkitne? (?:rupaye )?se (?:shuru|start)|কত (?:টাকা )?থেকে শুরু|\bwhat do (?:\w+ ){1,3}start (?:at|from)\b/i
/** A span of time is asked, though with a word that hours have as well: `কত সময় লাগে`. */
const spanAsked =
  /कितना (?:समय|वक्त|टाइम) (?:लग|चाहि)|कितने (?:दिन|मिनट|महीने|घंटे) (?:में|का|की|तक|पहले|लग)|\bkitna (?:time|samay) lag|\bkitne (?:din|minute|mahine|ghante) (?:mein|me|ka|ki|pehle|lag)|কত(?:টা)? সময় (?:লাগ|নেয়|নেন|পাও|থাক)|কত(?:ক্ষণ| ?দিন| ?মাস| ?মিনিট)/i
/** `How much storage`: an amount of something, not a price. */
const amountAsked =
  /\bhow much (?!does|do|is|are|will|would|for|to|it|money|cost|a\b|an\b|the\b|this|that|should|must|has|did|was|per\b|i\b|you\b|we\b|extra|more|advance|deposit|rent|tax|fee)\p{L}+/iu

/** `कितने का`, `kitne ki`, `কত টাকা`: asks what something costs. */
const priced =
  /कितन[ेी] (?:का|की|के|में|पैसे|रुपये|रुपए)|कितना (?:लगेगा|लगता|पैसा|खर्च)|\bkitn[aei] (?:ka|ki|ke|mein|me|paise|paisa|rupaye|rupay|lagega|lagta|lagenge|kharcha)\b|কত (?:করে|নেন|নেয়|নেবেন|দিতে)|कितना (?:लेते|देना|भरना|चुकाना)|\bkitna (?:lete|dena|bharna)\b|কত টাকা|কত দাম|কত লাগ|কত পড|कितन[ेी] (?:लगते|लगेंगे|लगती|लगेगी|पड़ेंगे|पड़ते|देने|लेते)|कितना (?:एक्स्ट्रा|अतिरिक्त|ज़्यादा|अलग) (?:लग|दे|पड़)|\bkitn[aei] (?:lagte|lagti|lagegi|padega|padta|dena|dene|paise|extra|alag) ?(?:lag|de|pad|hai|hain|hoga|honge)?|কত (?:বাড়তি|বেশি|অতিরিক্ত|খরচ|চার্জ|ভাড়া)/i
