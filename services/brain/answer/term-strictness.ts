import { matchForm, stem } from '@myna/language'
import type { Term } from '#answer/question-terms.ts'

/** Marks what may not be missing from an answer: the object of the question, names and numbers. */
export function markStrict(text: string, terms: Term[]): void {
  const heads = [...text.matchAll(objects)].map((match) => match.index + match[0].length)
  const places = new Map<Term, number>()
  for (const term of terms)
    places.set(term, text.toLowerCase().search(new RegExp(`(?<![\\p{L}])${term.word.split(' ')[0]?.replace(/[^\p{L}\p{N}]/gu, '')}`, 'iu')))
  for (const head of heads) {
    const after = terms.filter((term) => term.weight >= 0.9 && (places.get(term) ?? -1) >= head).sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    const exists = /(?:need|require|need an?|need any|have|sell|make|stock|serve|teach|repair|there)$/i.test(text.slice(0, head))
    for (const term of after.slice(0, 2)) {
      term.strict = true
      if (exists && term === after[0] && after.length > 1) term.firm = true
    }
  }
  for (const term of terms) if (term.kind === 'name' || term.kind === 'number') term.strict = true
}

/** What stands right before the thing asked for. */
const objects =
  /\b(?:do|does|can|could|will) (?:you|they|we|i|the \w+|your \w+) (?:also )?(?:have|sell|offer|provide|make|serve|stock|accept|take|teach|repair|do|supply|rent|hire|get|buy|order|keep|run|give|support|use|handle|treat|fix|clean|deliver)\b|\b(?:is|are) there\b|\b(?:price|cost|fee|fees|rate|charge|salary|address|number|name|size|capacity) (?:of|for)\b|\bwhat (?:is|are|does|do|'s)\b|\b(?:what|which) (?=\w+ (?:do|does|is|are|can|will|has|have)\b)|\bhow much (?:is|are|does|do|for)\b|\bhow many\b|\bdo (?:i|we) (?:have to have|need|require)(?: an?| any| the)?\b|'s(?= \w)/giu

/** "Do you make check valves?" asks for that kind of valve: a word right before a weighty one counts, however little it says by itself. */
export function holdModifiers(text: string, terms: Term[]): void {
  const object =
    /\b(?:you|they|we|i|there) (?:make|sell|have|offer|do|stock|provide|teach|serve|supply|rent|repair|accept|carry|cover|get|take) (?:any |a |an |the )?(\w+) (\w+)/i.exec(
      text,
    )
  if (!object) return
  const [, first = '', second = ''] = object.map(matchForm)
  const before = terms.find((term) => term.word === first)
  const head = terms.find((term) => term.word === second)
  if (before && head && head.weight >= 0.9 && before.weight < 0.9 && !plainModifiers.has(first) && before.concepts.every((id) => !plainModifiers.has(id))) {
    before.weight = 0.9
    before.stems = new Map([[stem(first), 1]])
  }
}

const plainModifiers = new Set(
  'good best better new big small large little main full different various available local regular standard normal minimum maximum extra total free online any more same next food service my your our their his her this that some other special separate private own'.split(
    ' ',
  ),
)
