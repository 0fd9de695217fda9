/** Words that would have the rules set aside: nobody with a matter of a business says them. */
const overriding: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}\b(?:instructions?|prompts?|rules?|guidelines?|polic(?:y|ies)|guardrails?|restrictions?|(?:rest|everything|anything|all) (?:of|else|above|before|you|that|so far))\b/i,
  /\byour (?:only|new|real|true|sole) (?:task|job|goal|purpose|instructions?|role|rules?) (?:is|are|now)\b|\byou are (?:now|no longer)\b/i,
  /<\|?(?:im_start|im_end|system|endoftext)|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|<\/?passages?>/i,
]

/**
 * Whom a text speaks to when it is meant for the machine that reads it: assistants by name, the marks of prompts, or words that make sense only to one that
 * follows them. Pages, mails and results of tools have no business doing so.
 */
const addressed: readonly RegExp[] = [
  // English
  /\b(?:note|message|instructions?|attention|notice|memo|reminder|advice|guidance|hint|important|dear|hello|hi|hey|calling|to|for|all|any|every|if you are|as) (?:to |for |all |any |every |an? |the |you,? )*(?:ai|a\.i\.|llm|chat ?bot|bot|language model|assistant|(?:voice |virtual |digital |phone )?agent|crawler|machine reader|automated (?:reader|system)|model)s?\b(?! (?:assistant )?(?:of|by|from|answers?|is|are|can|will help|that|who|which|service|manager|professor|director|surgeon|store|price|number|year|name))/i,
  /\b(?:ais?|llms?|chat ?bots?|language models?|(?:virtual|voice) assistants?|assistants|ai (?:readers?|agents?|systems?|models?))\s*(?::|,|–|-|\bmust\b|\bshould\b|\bshall\b|\bare (?:asked|told|required|instructed|ordered)\b)/i,
  /\b(?:assistant|agent|model|machine|bot)s?\s*(?:\bmust\b|\bshall\b|\bare (?:asked|told|required|instructed|ordered)\b|[:,–-]\s*(?:please )?(?:say|tell|answer|reply|respond|inform|recommend|mention|ignore|forget|disregard|forward|send|delete|call|use|give|offer|confirm|promise|never|always|do not|don't)\b)/i,
  ...overriding,
  /\b(?:system|developer|hidden|initial) (?:prompt|message|instruction|override|notice|update|note)\b|\bnew (?:instructions?|orders?|rules?|directives?)\b|\bjailbreak|\bdeveloper mode|\bprompt injection/i,
  /(?:^|[.!?:;,\n"“(]\s*|\b(?:please|must|should|shall|always|then|and|now|you|to|just|simply) )(?:tell|inform|assure|convince|remind|answer|read (?:out )?to|say to|ask|urge|direct|refer) (?:the |all |any |every |each |your )?(?:callers?|customers?|users?|visitors?|people who (?:ask|call)|whoever (?:asks|calls)|everyone(?: who (?:asks|calls))?|anyone(?: who (?:asks|calls))?|guests?|patients?|clients?|human|person)\b/i,
  /\b(?:say|state|claim|reply|respond|answer|output|print|repeat|write|append|begin|end|start|finish)\b.{0,30}\b(?:verbatim|exactly|only|word for word|in (?:all )?your (?:answer|repl)|every (?:answer|reply|sentence|response)|each (?:answer|reply|sentence|response))\b/i,
  /\bwhen (?:you are |you're )?(?:asked|describing|summari[sz]ing|answering|replying|processing|you (?:read|see|process|answer|summari[sz]e|describe))\b.{0,80}\b(?:say|tell|answer|reply|give|state|recommend|mention|use|add|write|include|call|send)\b/i,
  /\b(?:now |then |next |first |also |please |must |to continue,? |before (?:you )?answer\w*,? )(?:call|invoke|run|execute|use|trigger)\b.{0,30}(?:[a-z]+_[a-z_]+|\btool\b|\bfunction\b|\bapi\b)/i,
  /\b(?:next[_ ]?step|next[_ ]?action|required[_ ]?action|action[_ ]?required|follow[_ ]?up|instructions?|directive|assistant[_ ]?(?:note|instruction|message)|system|say|tell[_ ]?(?:caller|user))["']?\s*[:=]/i,
  /\b(?:do not|don't|never|without) (?:mention|tell(?:ing)?|reveal(?:ing)?|inform(?:ing)?|ask(?:ing)?|mentioning)\b.{0,40}\b(?:this|it|that|user|caller|anyone|human|customer|permission|confirmation)\b/i,
  /\b(?:the )?(?:user|caller|customer|owner|admin|manager) (?:has |have )?(?:already )?(?:confirmed|approved|agreed|consented|authori[sz]ed|said yes)\b/i,
  /\byou (?:are|act|will act|must act|shall act) (?:now |henceforth )?(?:as )?(?:an? |the )?(?:dan|different|unrestricted|evil|new|free|other|ai|assistant|bot)\b|\bpretend (?:to be|you|that)\b|\brole[- ]?play\b/i,
  // Marks of prompts and of machine talk
  /<\|?(?:im_start|im_end|system|endoftext|assistant|user|end_?turn|start_?of)|\[\/?(?:INST|SYS|SYSTEM)\]|<<\/?SYS>>|<\/?(?:passages?|question|system|assistant|instructions?|tool_?(?:call|result)s?|function_?calls?)\b|^\s*#{2,}\s*(?:system|instructions?|assistant)/im,
  /(?:^|\n)\s*(?:system|assistant|developer|user|human|ai)\s*:/i,
  /\b(?:base64|rot ?13|decode (?:this|the following|and)|leetspeak|reversed? (?:text|string))\b/i,
  /(?:^|[.!?>\n]\s*)assistants?\s*,\s*\p{L}|\bbots\s*:|\bx-(?:ai|assistant|agent|bot|llm)-/iu,
  // Orders on what is to be said
  /\b(?:reply|respond|answer|say|announce|report|print|output|repeat|confirm with)\b\s*(?:back |with |only |exactly |in front of |the (?:word|phrase|line|text) )*[:("“'«]|\bthen (?:say|announce|report|reply|tell)\b|\band (?:say|announce|report)\b\s*["“']/i,
  /\bfrom now on,? (?:you|answer|reply|say|always)\b|\balways (?:add|append|answer with|reply with|respond with|recommend) |\banswer_?format\b|\bignore all\b/i,
  /\bassistants?\b.{0,30}\b(?:answers?|repeats?|tells?|says?|states?|recommends?|adds?|prints?|obeys?|follows?) (?:every|people|them|the |that |"|“|to )|\bLLMs?\b/i,
  /\b(?:your|the|this|any|each) summar(?:y|ies) (?:must|should|shall|is|are|hint|to be|states?)|\bin (?:your|the) summary\b|\bsummary (?:must|should|shall|hint|me\b|mein\b|to be)|\bwhoever (?:summari[sz]es|reads|answers|processes)\b/i,
  /[[(<]\s*(?:hidden|white text|invisible|secret|internal)\b/i,
  /\b(?:treat (?:the caller |me |this caller |him |her )?as (?:an? )?(?:admin|owner|root)|no confirmation, then|policy engine|extra (?:duty|task)|cleanup required|switch tenant|earlier (?:instructions|rules|orders))\b/i,
  /\b(?:call|run|execute|invoke)\b.{0,20}\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+(?:_[a-z]+)+\b\s*(?:\(|चलाओ|चला दो|chalao|chala do|চালাও)/,
  /\{\{[#/]?\s*(?:system|user|assistant)|\{%|%\}|"role"\s*:\s*"/i,
  // Hindi, in both scripts
  /(?:और|फिर|अब) .{0,20}(?:कहो|बोलो|कह दो|बोल दो|बोलना|कहना)(?=[\s:।,.]|$)|बिना पूछे|(?:सारांश|उत्तर|जवाब) (?:में |मे )?(?:सिर्फ|केवल|बस)/,
  /\b(?:aur|phir|fir|ab) (?:\w+ ){0,4}(?:bolo|kaho|keh do|bol do|bolna|kehna)\b|\bbina pooche\b|\b(?:reply|answer|jawab|summary) (?:me|mein) (?:sirf |bas |\S+ )*(?:likh|bol|keh)\w*/i,
  /(?:एआई|ए\.?आई\.?|असिस्टेंट|सहायक|बॉट|चैटबॉट|मॉडल|एजेंट)(?:ों)?\s*(?:के लिए|को|:|,|–|-|ध्यान|कृपया|से निवेदन)|(?:निर्देश|नियम|प्रॉम्प्ट|आदेश)(?:ों)?.{0,30}(?:भूल|अनदेखा|नज़रअंदाज़|नजरअंदाज|छोड़|मत मान)|(?:कॉलर|ग्राहक|पूछने वाल|फ़ोन करने वाल|फोन करने वाल|यूज़र|यूजर)(?:ों|े|ा|ी)?\s*(?:को|से)\s*.{0,40}(?:बता|कह|बोल|भेज)|(?:सिस्टम|नया|नए) (?:संदेश|निर्देश|प्रॉम्प्ट|आदेश)/,
  /\b(?:ai|assistant|bot|chatbot|model|agent)s? (?:ke liye|ko|se|dhyan|kripya)\b|\b(?:instructions?|rules?|niyam|nirdesh|prompt|nirdesho)\b.{0,30}\b(?:bhool|bhul|ignore|chhod|chod|mat maan)|\b(?:callers?|customers?|grahak|users?|jo bhi (?:pooche|puche|call)|sabko|logon)\s*(?:ko|se)?\b.{0,40}\b(?:bol|bata|keh|bhej)(?:o|ao|na|iye|do|dena|aiye|en)?\b/i,
  // Bengali, in both scripts
  /\b(?:sohokari|shohokari|callers? ?ke|shobai ?ke|customer ?ke)\b.{0,40}\b(?:bolbe|bolo|bole dao|janabe|dao|likhbe)\b/i,
  /(?:আর|তারপর|এবং|এখন থেকে|এখন) .{0,24}(?:বলো|বলবে|বলে দাও|লিখবে|লেখো)(?=[\s:।,."]|$)|না জিজ্ঞ|(?:সারাংশ|সারসংক্ষেপ|উত্তর)(?:ে|ের)? (?:চাইলে|পরিবর্তে|শুধু|বদলে)|সহকারী(?:রা)?\s+(?:\S+\s+){0,6}(?:বলবে|জানবে|দেবে|জানাবে|লিখবে|পড়ছে)|(?:জানতে|জিজ্ঞেস|জিজ্ঞাসা) (?:চাইলে|করলে) .{0,40}(?:বলবে|দেবে না|দেবে)/,
  /(?:এআই|এ ?আই|অ্যাসিস্ট্যান্ট|সহকারী|বট|চ্যাটবট|মডেল|এজেন্ট)(?:দের|রা|কে|ের|র)?\s*(?:জন্য|প্রতি|:|,|–|-|দয়া|উদ্দেশ|কে বল|শুন)|(?:নির্দেশ|নিয়ম|প্রম্পট|আদেশ)(?:গুলো|গুলি|াবলি|না)?.{0,30}(?:ভুলে|উপেক্ষা|অগ্রাহ্য|বাদ দ|মেনো না)|(?:কলার|গ্রাহক|যে ফোন|যারা ফোন|যে জিজ্ঞ|কাস্টমার|ইউজার|সবাই|কেউ)(?:দের|কে|ের|রা)?\s*.{0,40}(?:বল(?:ো|বে|ুন|তে|বেন|ে দ)|জানা(?:ও|বে|ন|তে|বেন)|পাঠা)|(?:সিস্টেম|নতুন) (?:বার্তা|নির্দেশ|প্রম্পট|আদেশ)/,
]

const longestLooked = 8_000

/** Whether a text of a page, mail or tool speaks to the machine that reads it, in any disguise a reader would see through. Such text is never evidence. */
export function speaksToMachines(text: string): boolean {
  const plain = undisguised(text.slice(0, longestLooked))
  return addressed.some((pattern) => pattern.test(plain)) || hasHiddenText(text) || isScrambled(plain)
}

/** Text without the tricks that hide words: invisible signs, letters of other alphabets, full width, marks of HTML. */
const undisguised = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[аеорсухіјѕԁһ]/g, (letter) => lookAlikes[letter] ?? letter)

const lookAlikes: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', ԁ: 'd', һ: 'h' }

/** Signs that make text invisible or run the other way, more of them than stray ones; joiners belong to Hindi and Bengali and do not count. */
function hasHiddenText(text: string): boolean {
  return (text.match(/[\u200b\u202d\u202e\u2066-\u2069\u{e0020}-\u{e007e}]/gu)?.length ?? 0) > 3
}

/** The words of the commonest order with their letters in another order: `Ignroe teh previuos instrcutions`. */
function isScrambled(text: string): boolean {
  const words = new Set(
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length >= 6)
      .map(lettersOf),
  )
  return (
    ['ignore', 'disregard', 'forget'].some((word) => words.has(lettersOf(word))) &&
    ['instructions', 'previous', 'prompt'].some((word) => words.has(lettersOf(word)))
  )
}

const lettersOf = (word: string) => word.split('').sort().join('')

/** Whether a caller would have the rules set aside. It is narrower than for pages: callers may well speak to an assistant. */
export const overridesRules = (text: string): boolean => {
  const plain = undisguised(text.slice(0, longestLooked))
  return overriding.some((pattern) => pattern.test(plain)) || isScrambled(plain)
}
