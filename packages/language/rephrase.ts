import { numbersInDigits } from '#number-words.ts'

const phrasings: [RegExp, string][] = [
  [/\b(?:send|sending|sent|bring|bringing|mail|mailing|give|giving|take|taking)(?:\s\w+){0,3}\sback\b/gi, 'return'],
  [/\b(?:get|getting|want)(?:\s\w+){0,2}\smoney back\b/gi, 'refund'],
  [
    /\bhow (?:long|many years) (?:have you|has (?:the|your) \w+|has it) been (?:in business|around|operating|running|open|in operation|serving|working)\b/gi,
    'since when founded',
  ],
  [/\bhow old (?:is|are) (?:the |your |this )?(?:company|business|firm|school|clinic|hospital|hotel|restaurant|shop|you)\b/gi, 'since when founded'],
  [
    /\b(?:since when|how long) (?:does|do|has|have) (?:the |your |this )?(?:company|business|firm|school|clinic|hospital|hotel|restaurant|shop|you)(?: been)? exist(?:ed)?\b/gi,
    'since when founded',
  ],
  [/\bwhen (?:did|was|were) (?:you|the \w+|your \w+)(?: first)? (?:start|started|open|opened|begin|set up|come into being)\b(?!.*\btoday\b)/gi, 'when founded'],
  [/\b(?:what is|what's|whats) (?:the |your )?(?:lead time|turnaround(?: time)?|delivery time)\b/gi, 'how long does it take'],
  [/\bhow long is (?:the |your )?(?:lead time|turnaround(?: time)?|delivery time)\b/gi, 'how long does it take'],
  [/\b(?:break|breaks|broke|broken|breaking) down\b/gi, 'breakdown'],
  [/\bset(?:ting)? up (?:a|an|my|our) (?=\w+ ?\w* ?(?:company|firm|business))/gi, 'incorporation of '],
  [/\bdrive (?:for|with) (?:you|your \w+)\b/gi, 'job as a driver'],
  [/\b(?:work|teach|cook) (?:for|with) (?:you|your \w+)\b/gi, 'job'],
  [/\bwhen did (?!.*\b(?:class|sale|course|registration|admission)\b)(?:[\w'-]+ ){1,4}?(?:first )?(?:open|start|begin)\b/gi, 'when founded'],
  [/\bdrop(?:ping)? by\b|\bjust walk in\b/gi, 'walk-in'],
  [/\b(?:is|are) (.{2,40}?) part of (?=the|a|my|your|our)/gi, 'is $1 included in '],
  [/कब (?:खुल[ाीे]|शुरू हु[आईए]|शुरु हु[आईए]|बन[ाीे])/g, 'स्थापना कब हुई'],
  [/\bkab (?:khul[aie] th[aie]|shuru hu[aie]+|ban[aie] th[aie])\b/gi, 'sthapna kab hui'],
  [/কবে (?:খোলা হয়েছিল|খোলা হয়|শুরু হয়েছিল|শুরু হয়েছে|শুরু হয়|চালু হয়েছিল|চালু হয়)/g, 'কবে প্রতিষ্ঠিত'],
  [/\b(?:get|receive|have) (.{2,40}?) back\b/gi, 'get refund of $1'],
  [/\b(?:US|U\.S\.)(?= \w)/g, 'USA'],
  [/\bincluded in (?:the |your |my )?(?:fees?|price|rate|cost|rent|tuition|package|charges?)\b/gi, 'included'],
  [/(?:কত সাল|কোন সাল) থেকে/g, 'কবে প্রতিষ্ঠিত'],
  [/কবে থেকে (?:কাজ|ব্যবসা|চল|আছ)/g, 'কবে প্রতিষ্ঠিত $&'],
  [/कब से (?:काम|चल|है|व्यवसाय)/g, 'स्थापना कब $&'],
  [/\bkab se (?:kaam|chal|business|ho\b|hain?\b)/gi, 'sthapna kab $&'],
  [/\bhow old (?=can|must|should|do\b|does\b|may\b)/gi, 'what age '],
  [/\bwho owns (?:the |this |your )?/gi, 'who is the owner of '],
  [/\bquietest\b/gi, 'least noise'],
  [/\blightest\b/gi, 'least weight'],
  [/\bheaviest\b/gi, 'most weight'],
  [/\b(?:roomiest|most spacious)\b/gi, 'largest'],
  [/\bmost powerful\b/gi, 'highest power'],
  [/\bpay (?:in order )?to (?=book|reserve|hold|confirm|secure)/gi, 'pay as deposit to '],
  [/\bhow many people work\b/gi, 'how many employees'],
  [/कितने लोग काम कर/g, 'कितने कर्मचारी कर'],
  [/\bkitne log kaam kar/gi, 'kitne karmchari kar'],
  [/কতজন (?:লোক )?কাজ কর/g, 'কতজন কর্মী কর'],
  [/\b(?:what time|by when|when) (?:do|must|should) (?:i|we) (?:have to |need to )?(?:leave|vacate|go|check out)\b/gi, 'check-out time'],
  [/\b(to|i|we|can|you|where|somewhere) park\b/gi, '$1 parking'],
  [/(?:সপ্তাহে|হপ্তায়) (?:কয়|ক|কত)\s?দিন/g, 'সপ্তাহে কত দিন'],
  [/(?<![\p{L}\p{M}])(?:কয়|ক)\s?দিন(?=[\s?।]|$)/gu, 'কত দিন'],
  [/\b(in|of|during|from|until|till|since|by|this|next) May\b(?! (?:i|we|you)\b)/g, '$1 may month'],
  [/\bpick (?:me|us|it|them|my \w+) up\b/gi, 'pickup'],
]

/** A question with everyday phrasings put the way sites put them: `send it back` is a return. */
export function rephrase(question: string): string {
  return phrasings.reduce((text, [pattern, instead]) => text.replace(pattern, instead), numbersInDigits(question))
}
