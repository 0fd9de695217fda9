import { scriptOf } from '#tokens.ts'

const irregular: Record<string, string> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  feet: 'foot',
  teeth: 'tooth',
  people: 'person',
  paid: 'pay',
  sent: 'send',
  sold: 'sell',
  bought: 'buy',
  made: 'make',
  built: 'build',
  given: 'give',
  gave: 'give',
  taken: 'take',
  took: 'take',
  brought: 'bring',
  held: 'hold',
  kept: 'keep',
  ran: 'run',
  taught: 'teach',
  spoken: 'speak',
  spoke: 'speak',
  chosen: 'choose',
  chose: 'choose',
  went: 'go',
  gone: 'go',
  came: 'come',
  began: 'begin',
  begun: 'begin',
  wrote: 'write',
  written: 'write',
  left: 'leave',
  lost: 'lose',
  met: 'meet',
  news: 'news',
  does: 'do',
  bus: 'bus',
  buses: 'bus',
  gas: 'gas',
  glasses: 'glass',
  lens: 'lens',
  lenses: 'lens',
  delivery: 'deliver',
  deliveries: 'deliver',
  timing: 'timing',
  timings: 'timing',
  knives: 'knife',
  wives: 'wife',
  leaves: 'leave',
  shelves: 'shelf',
  halves: 'half',
  grown: 'grow',
  won: 'win',
  warranty: 'warrant',
  guaranty: 'guarantee',
  pastries: 'pastry',
  dairy: 'dairy',
  mice: 'mouse',
  rated: 'rating',
  rating: 'rating',
  ratings: 'rating',
  heaviest: 'heavy',
  heavier: 'heavy',
  highest: 'high',
  higher: 'high',
  longest: 'long',
  longer: 'long',
  tallest: 'tall',
  shortest: 'short',
  shorter: 'short',
  fastest: 'fast',
  faster: 'fast',
  widest: 'wide',
  lowest: 'low',
  lower: 'low',
  cheaper: 'cheap',
  bigger: 'big',
  larger: 'large',
  smaller: 'small',
  older: 'old',
  youngest: 'young',
  worn: 'wear',
  torn: 'tear',
  broken: 'break',
  broke: 'break',
  stolen: 'steal',
  eaten: 'eat',
  driven: 'drive',
  drove: 'drive',
  flown: 'fly',
  slept: 'sleep',
  caught: 'catch',
  fed: 'feed',
  heard: 'hear',
  knew: 'know',
  known: 'know',
  led: 'lead',
  lent: 'lend',
  meant: 'mean',
  rode: 'ride',
  ridden: 'ride',
  seen: 'see',
  sang: 'sing',
  spent: 'spend',
  stood: 'stand',
  swam: 'swim',
  thrown: 'throw',
  told: 'tell',
  understood: 'understand',
  woven: 'weave',
  frozen: 'freeze',
  dried: 'dry',
  grew: 'grow',
  plane: 'plane',
  planes: 'plane',
  geese: 'goose',
  lying: 'lie',
  dying: 'die',
  owned: 'own',
  oldest: 'old',
  biggest: 'big',
  largest: 'large',
  smallest: 'small',
  cheapest: 'cheap',
  thickest: 'thick',
  thicknesses: 'thick',
  thickness: 'thick',
  nearest: 'near',
  latest: 'late',
  newest: 'new',
}

const vowelInStem = /[aeiouy]/
/** Number of vowel–consonant sequences, the "measure" of Porter 1980. */
const measureOf = (stem: string) => (stem.replace(/^[^aeiouy]+/, '').match(/[aeiouy]+[^aeiouy]+/g) ?? []).length

const suffixes: [string, string, number][] = [
  ['ational', 'ate', 1],
  ['ization', 'ize', 1],
  ['isation', 'ize', 1],
  ['fulness', 'ful', 1],
  ['ousness', 'ous', 1],
  ['iveness', 'ive', 1],
  ['ations', '', 2],
  ['ation', '', 2],
  ['ments', '', 2],
  ['ment', '', 2],
  ['ingly', '', 1],
  ['ically', 'ic', 1],
  ['ities', '', 2],
  ['ity', '', 2],
  ['ness', '', 1],
  ['able', '', 2],
  ['ible', '', 2],
  ['ally', 'al', 1],
  ['ably', '', 2],
  ['tions', 't', 1],
  ['tion', 't', 1],
  ['sions', 's', 1],
  ['sion', 's', 1],
  ['ers', '', 2],
  ['ize', '', 2],
  ['ise', '', 2],
  ['ly', '', 2],
]

/** Light English stem: plural, past and -ing forms, and the commonest derivations. */
function stemEnglish(word: string): string {
  if (word.length < 3) return word
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined
  if (known !== undefined) return known
  let it = word
  if (it.endsWith('sses')) it = it.slice(0, -2)
  else if (it.endsWith('ies')) it = it.length > 4 ? `${it.slice(0, -3)}y` : it.slice(0, -1)
  else if (/(?:x|ch|sh|zz)es$/.test(it)) it = it.slice(0, -2)
  else if (it.endsWith('s') && !/(?:ss|us|is)$/.test(it)) it = it.slice(0, -1)
  for (const ending of ['ing', 'ed']) {
    const base = it.slice(0, -ending.length)
    if (!it.endsWith(ending) || base.length < 3 || !vowelInStem.test(base) || it.endsWith('eed')) continue
    it =
      /([bdfgklmnprt])\1$/.test(base) && !/(?:ll|ss|zz)$/.test(base)
        ? base.slice(0, -1)
        : /^[^aeiou]?[^aeiou][aeiou][^aeiouwxy]$/.test(base) &&
            base.length <= 4 &&
            base.length >= 3 &&
            !/^(?:ask|act|add|end|fit|let|set|put|cut|get|hit|run|sit|win|bed|pin|tan)$/.test(base)
          ? `${base}e`
          : base
    break
  }
  for (const [ending, instead, least] of suffixes) {
    if (!it.endsWith(ending)) continue
    const base = it.slice(0, -ending.length)
    if (base.length >= 3 && measureOf(base) >= least) it = base + instead
    break
  }
  if (it.length > 3 && it.endsWith('y') && !/[aeiou]y$/.test(it)) it = `${it.slice(0, -1)}i`
  if (it.length > 4 && it.endsWith('e')) it = it.slice(0, -1)
  if (it.length > 4 && it.endsWith('ll')) it = it.slice(0, -1)
  return it
}

const hindiEndings = ['ियों', 'ियां', 'ाओं', 'ाएं', 'ुओं', 'ुएं', 'ाने', 'ों', 'ें', 'ीं', 'ां', 'ओं', 'एं', 'ा', 'ी', 'े', 'ो', 'ि', 'ु', 'ू']
const bengaliEndings = [
  'গুলোতে',
  'গুলোর',
  'গুলির',
  'গুলো',
  'গুলি',
  'খানা',
  'দের',
  'টার',
  'টির',
  'টায',
  'টা',
  'টি',
  'কে',
  'তে',
  'েতে',
  'ের',
  'ারা',
  'রা',
  'র',
  'য',
  'ে',
  'ি',
  'ো',
  'া',
  'ী',
]

const bengaliVowels = ['ে', 'ি', 'ো', 'া', 'ী']

const cutEnding = (word: string, endings: readonly string[], keep: number) => {
  const ending = endings.find(
    (it) => word.endsWith(it) && !/[्্]$/u.test(word.slice(0, -it.length)) && word.length - it.length >= (it === 'র' || it === 'য' ? Math.max(3, keep) : keep),
  )
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Bengali stacks endings (`গাড়ি-গুলো-র`), so they come off until none is left. */
function stemBengali(word: string): string {
  let it = cutEnding(/[ইও]$/.test(word) && word.length > 3 ? word.slice(0, -1) : word, bengaliEndings, 2)
  for (let pass = 0; pass < 8; pass++) it = cutEnding(it, bengaliEndings, 3)
  return cutEnding(it, bengaliVowels, 2)
}

const memory = new Map<string, string>()
/** Longer words are not remembered. */
const longestKept = 40

/** The stem under which a word in match form is indexed: English, Hindi and Bengali by their scripts, others as they are. */
export function stem(word: string): string {
  const known = memory.get(word)
  if (known !== undefined) return known
  const script = scriptOf(word)
  const made =
    script === 'latin'
      ? /\d/.test(word)
        ? word
        : stemEnglish(word)
      : script === 'devanagari'
        ? cutEnding(word, hindiEndings, 2)
        : script === 'bengali'
          ? stemBengali(word)
          : word
  if (memory.size > 50_000) memory.clear()
  if (word.length <= longestKept) memory.set(word, made)
  return made
}
