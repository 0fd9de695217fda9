import type { Amount, Frame } from '#time/frame.ts'
import { parseAmounts, unitAt } from '#time/parse-amount.ts'
import { find, type Found, type Reading, skip } from '#time/reading.ts'

type Shift = NonNullable<Frame['shift']>

const shifted = (shift: Shift, end: number): Found => ({ frame: { shift, strong: true }, end })

const longUnits = (amounts: readonly Amount[]) => amounts.every((it) => !['second', 'minute', 'hour'].includes(it.unit))

/**
 * A time by its distance: `in 3 days`, `2 hours ago`, `तीन दिन बाद`, `৩০ মিনিটের মধ্যে`, `3 days after Christmas`. `parseBase` reads the
 * time counted from; `base` is the one that stands before, as in `Christmas ke 3 din baad`.
 */
export function parseRelative(reading: Reading, at: number, base: Frame | null, parseBase: (at: number) => Found | null): Found | null {
  const into = find(reading, at, 'in')
  const within = find(reading, at, 'within')
  const after = reading.words[at]?.keys[0] === 'after' ? find(reading, at, 'after') : undefined
  const forWord = find(reading, at, 'for')
  const prefix = within ?? into ?? after ?? forWord
  const start =
    prefix === undefined
      ? at
      : skip(reading, within === undefined ? at + prefix.length : skipWord(reading, skipWord(reading, at + prefix.length, 'the'), 'next'), 'at')
  const exact = into !== undefined && /^(?:exactly|precisely|just|another)$/.test(reading.words[start]?.keys[0] ?? '') ? start + 1 : start
  const amounts = parseAmounts(
    reading,
    exact > start ? exact : prefix === undefined || find(reading, start, 'number') !== undefined ? start : skipWord(reading, start, 'the'),
  )
  const soon = into === undefined || amounts !== null ? null : reading.number(start)
  if (
    soon !== null &&
    into?.length === 1 &&
    reading.words[at]?.keys[0] === 'in' &&
    soon.value >= 5 &&
    soon.value <= 50 &&
    soon.value % 5 === 0 &&
    reading.words[start + soon.length] === undefined
  )
    return shifted({ amounts: [{ count: soon.value, unit: 'minute' }], direction: 1 }, start + soon.length)
  if (amounts === null) return prefix === undefined ? besideBase(reading, at, base, parseBase) : null
  if (within !== undefined && find(reading, at, 'mein') === undefined) return shifted({ amounts: amounts.amounts, direction: 1, within: true }, amounts.end)
  let end = amounts.end
  if (/^(?:time|s)$/.test(reading.words[end]?.keys[0] ?? '') && into !== undefined) end++
  const joined = skip(reading, end, 'gen')
  const compared = (find(reading, end, 'after') ?? find(reading, end, 'before'))?.length === 2
  for (const place of compared ? [] : joined > end ? [end, joined] : [end]) {
    const later = find(reading, place, 'ahead')
    const ago = find(reading, place, 'back')
    const inside = find(reading, place, 'within')
    const direction = later !== undefined ? 1 : -1
    if (
      inside !== undefined &&
      into === undefined &&
      forWord === undefined &&
      /[^a-z]|andar|bhitar|modh|modd|vitor|bhitor/.test(reading.words[place + inside.length - 1]?.keys[0] ?? '')
    )
      return shifted({ amounts: amounts.amounts, direction: 1, within: true, ...(base === null ? {} : { base }) }, place + inside.length)
    if (later === undefined && ago === undefined) continue
    const distance = (later ?? ago)!
    if (base !== null) return shifted({ amounts: amounts.amounts, direction, base }, place + distance.length)
    if (isOfOther(reading, at, place)) return null
    const from = counted(reading, place + distance.length, place, parseBase)
    if (from?.frame.day === 0 && ago !== undefined && from.end === place + distance.length + 1)
      return shifted({ amounts: amounts.amounts, direction }, from.end)
    const said = prefix === undefined && distance.length === 1 && isOfSaid(reading, at, place)
    if (from === null || distance.length > 1)
      return shifted({ amounts: amounts.amounts, direction, ...(said ? { ofSaid: true as const } : {}) }, place + distance.length)
  }
  if (base !== null) return null
  const afterWord = find(reading, end, 'after')
  const beforeWord = find(reading, end, 'before')
  const side = afterWord ?? beforeWord
  if (side !== undefined && into === undefined) {
    const from = counted(reading, end + side.length, end, parseBase)
    if (from !== null) {
      const through = forWord !== undefined && afterWord !== undefined
      return shifted(
        { amounts: amounts.amounts, direction: afterWord === undefined ? -1 : 1, base: from.frame, ...(through ? { through: true } : {}) },
        from.end,
      )
    }
  }
  const on = reading.words[end]?.keys[0] === 'on' && longUnits(amounts.amounts) ? parseBase(end + 1) : null
  if (on !== null && on.frame.weekday !== undefined && into === undefined && forWord === undefined)
    return shifted({ amounts: amounts.amounts, direction: 1, base: on.frame }, on.end)
  if (into !== undefined || after !== undefined) return shifted({ amounts: amounts.amounts, direction: 1 }, end)
  const last = reading.words[end - 1]
  if (forWord === undefined && last !== undefined && /\u09a8\u09bf\u099f\u09c7$|\u09a6\u09bf\u09a8\u09c7$/.test(reading.text.slice(last.start, last.end)))
    return shifted({ amounts: amounts.amounts, direction: 1 }, end)
  const mein = find(reading, end, 'mein')
  return mein !== undefined && forWord === undefined ? shifted({ amounts: amounts.amounts, direction: 1 }, end + mein.length) : null
}

/** `the day after Christmas`, `the week before the 5th`, and after their base `के अगले दिन`, `-এর আগের দিন`. */
function besideBase(reading: Reading, at: number, base: Frame | null, parseBase: (at: number) => Found | null): Found | null {
  const weekday = besideWeekday(reading, at, base, parseBase)
  if (weekday !== null) return weekday
  const rel = base === null ? undefined : reading.meanings(at).find((it) => it.kind === 'rel' && (it.value === '1' || it.value === '-1'))
  const unit = find(reading, at, 'day') === undefined ? unitAt(reading, rel === undefined ? at : at + rel.length) : null
  if (unit === null || (unit.unit !== 'day' && unit.unit !== 'week')) return null
  const amounts = [{ count: 1, unit: unit.unit }]
  if (base !== null) return rel === undefined || unit.unit !== 'day' ? null : shifted({ amounts, direction: rel.value === '1' ? 1 : -1, base }, unit.end)
  const word = reading.words[unit.end]?.keys[0]
  if (word !== 'after' && word !== 'before') return null
  const from = parseBase(skipWord(reading, unit.end + 1, 'the'))
  return from === null ? null : shifted({ amounts, direction: word === 'after' ? 1 : -1, base: from.frame }, from.end)
}

/** `the Friday before Christmas`, `third Tuesday after the 10th`, `दिवाली के बाद वाला सोमवार`. */
function besideWeekday(reading: Reading, at: number, base: Frame | null, parseBase: (at: number) => Found | null): Found | null {
  if (base !== null) {
    if (base.hour !== undefined || base.part !== undefined || (base.holiday ?? base.dayOfMonth) === undefined) return null
    const after = find(reading, at, 'after')
    const side = after ?? find(reading, at, 'before')
    if (side === undefined) return null
    const place = /^~?(?:val|wal|वाल|ke|के|ka|का|vali|র|এর)/.test(reading.words[at + side.length]?.keys.at(-1) ?? '') ? at + side.length + 1 : at + side.length
    const named = find(reading, place, 'weekday')
    if (named === undefined) return null
    const amounts: Amount[] = [{ count: 1, unit: 'day' }]
    return shifted({ amounts, direction: after === undefined ? -1 : 1, base, weekday: Number(named.value) }, place + named.length)
  }
  const ordinal = find(reading, at, 'ordinal')
  const start = at + (ordinal?.length ?? 0)
  const weekend = find(reading, start, 'unit')?.value === 'weekend' ? find(reading, start, 'unit') : undefined
  const named = weekend ?? find(reading, start, 'weekday')
  if (named === undefined || Number(ordinal?.value ?? 1) < 1) return null
  const word = reading.words[start + named.length]?.keys[0]
  if (word !== 'after' && word !== 'before') return null
  const from = parseBase(skipWord(reading, start + named.length + 1, 'the'))
  if (from === null || from.frame.hour !== undefined || from.frame.part !== undefined || (from.frame.holiday ?? from.frame.dayOfMonth) === undefined)
    return null
  const amounts: Amount[] = [{ count: Number(ordinal?.value ?? 1), unit: weekend === undefined ? 'day' : 'weekend' }]
  return shifted({ amounts, direction: word === 'after' ? 1 : -1, base: from.frame, weekday: weekend === undefined ? Number(named.value) : 6 }, from.end)
}

const skipWord = (reading: Reading, at: number, word: string) => (reading.words[at]?.keys[0] === word ? at + 1 : at)

/** The time an English distance counts from: not for words that stand after theirs. */
const counted = (reading: Reading, at: number, word: number, parseBase: (at: number) => Found | null): Found | null =>
  /^[a-z]/.test(reading.words[word]?.keys[0] ?? '') && find(reading, word, 'after')?.roman !== true && find(reading, word, 'before')?.roman !== true
    ? parseBase(skipWord(reading, at, 'the'))
    : null

const instead = /^(?:jagah|bajay|bajaye|badle|usse|usase|जगह|बजाय|बदले|उससे|বদলে|জায়গায়|জাযগায|পরিবর্তে|bodole)$/

/** `an hour later`, after another time: counted from that, in Indian languages only when it is to be in its place. */
function isOfSaid(reading: Reading, at: number, place: number): boolean {
  const word = reading.words[place]?.keys[0] ?? ''
  if (/^(?:later|earlier)$/.test(word)) return true
  if (word === 'ago' || word === 'hence') return false
  for (let i = Math.max(0, at - 4); i < at; i++) if (instead.test(reading.words[i]?.keys[0] ?? '')) return true
  return /^(?:कर|kar|kr|kardo|রাখুন|করে|করুন)$/.test(reading.words[place + 1]?.keys[0] ?? '')
}

/** `meeting se 30 minute pehle`: counted from something that is no time, so it is a length. */
function isOfOther(reading: Reading, at: number, place: number): boolean {
  const word = reading.words[place]?.keys[0] ?? ''
  if (/^(?:ago|later|hence|back|from|in|ahead)$/.test(word)) return false
  const before = reading.words[at - 1]
  if (before === undefined) return false
  const genitive = find(reading, at - 1, 'gen') !== undefined && reading.words[at - 2] !== undefined
  const ending = reading.text.slice(before.start, before.end).endsWith('র') && find(reading, at - 1, 'rel') === undefined && /^[\u0980-\u09ff]/.test(word)
  return genitive || ending
}
