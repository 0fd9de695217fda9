/** Words that turn a statement round, in the four languages. */
const negative =
  /(?<![\p{L}'])(?:no|not|never|nobody|no-one|cannot|nor|at your (?:own )?risk|we leave (?:it |that |this )?to|(?:is|are) left to|refer(?:red)? (?:you |them |such \w+ )?(?:on )?to|neither|none|unavailable|prohibited|forbidden|excluded?|excludes|excluding|except|closed|sold out|fully booked|rests|shut|non-?refundable|unfortunately|must be left|we keep the (?:advance|deposit|fee|amount|money)|(?:advance|deposit|fee|amount) is (?:kept|forfeited|lost)|nahi|nahin|nhi)(?![\p{L}])|n't(?![a-z])|नहीं|बंद|वर्जित|मना है|निषेध|(?<=[\s,।]|^)না(?=[\s।,.!?]|$)|নয়|নয়|নেই|বন্ধ|নিষেধ|নিষিদ্ধ/giu
const harmless =
  /\bno-cost\b|\bno (?:extra |additional |hidden |further )?(?:charge|cost|fee|charges|costs|fees|problem|doubt|worries|matter|obligation|interest|limit|minimum)\b|\bnot only\b|\b(?:do not|don't) (?:worry|hesitate|forget|miss|wait)\b|\bno (?:later|more|less|fewer) than\b|\bnot (?:just|to mention)\b|\bwithout (?:any )?(?:extra |additional )?(?:charge|cost|hassle|worry|delay)s?\b/giu

/** Whether a text holds a word of negation as the listener hears it. */
export const soundsNegative = (text: string): boolean => new RegExp(negative.source, 'iu').test(text)

const clauseEnd =
  /[;:]\s|,\s(?=(?:and |or |so |while |which |for )?(?:we|you|they|it|he|she|the|our|your|this|these|those|there|please|not|no|if|हम|आप|আমরা|আপনি|hum|aap)\b)|,?\s(?:but|however|although|though|whereas|उसके बाद|तार पर|তার পরে|তারপর|uske baad|लेकिन|मगर|কিন্তু|তবে|lekin|magar)\s|(?=\b(?:except|excluding|other than)\b)/iu

/** The clauses of a sentence; the commas of an enumeration part nothing. */
export const clausesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?।])\s+/)
    .flatMap((it) => it.split(clauseEnd))
    .map((it) => it.trim())
    .filter(Boolean)

/** Whether a statement denies what `about` recognises: the clause that speaks of it is negated. `costs`: whether something costs extra is asked, so `no charge` denies it. */
export function denies(text: string, about: (clause: string) => number, costs = false): boolean {
  let best = 0
  let denied = false
  for (const clause of clausesOf(text)) {
    const met = about(clause)
    if (met < best || met === 0) continue
    const negated = new RegExp(negative.source, 'iu').test(costs ? clause : clause.replace(harmless, ' '))
    denied = met > best ? negated : denied || negated
    best = met
  }
  return denied
}
