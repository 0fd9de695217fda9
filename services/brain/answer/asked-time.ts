/** Parts of the day in minutes after midnight: who is open in none of it is not open then. */
export const partsOfDay: readonly (readonly [concept: string, from: number, to: number])[] = [
  ['morning', 360, 690],
  ['afternoon', 780, 1020],
  ['evening', 1050, 1230],
  ['night', 1260, 1440],
]

/** The day and the minute of a moment where the business is. */
export function localTime(now: Date, timeZone: string): { day: number; minutes: number } {
  const parts = (zone: string) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now)
  let found: Intl.DateTimeFormatPart[]
  try {
    found = parts(timeZone)
  } catch {
    found = parts('UTC')
  }
  const get = (type: string) => found.find((it) => it.type === type)?.value ?? ''
  return { day: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(get('weekday')), minutes: Number(get('hour')) * 60 + Number(get('minute')) }
}

/** The time of day a question names, in minutes after midnight. */
export function askedTime(text: string): number | null {
  const match = text.match(/(\d{1,2})(?:[:.](\d{2}))?\s?(a\.?\s?m|p\.?\s?m|o'?clock|बजे|baje|টায়|টায়|টা)/i)
  if (!match) {
    const bare = /\b(?:at|by|till|until|after|before) (\d{1,2})(?:[:.](\d{2}))?(?![\d:.%]|\s?(?:%|years?|people|days?))\b/i.exec(text)
    const hour = Number(bare?.[1] ?? 25)
    if (hour <= 12) return ((hour < 8 || /evening|night|afternoon/i.test(text) ? (hour % 12) + 12 : hour) % 24) * 60 + Number(bare?.[2] ?? 0)
    return /\bmidnight\b|आधी रात/i.test(text) ? 0 : /\bnoon\b/i.test(text) ? 720 : null
  }
  const hour = Number(match[1])
  const later = /p/i.test(match[3] ?? '') || /शाम|रात|दोपहर|\b(?:shaam|sham|raat|dopahar|evening|night|afternoon)\b|রাত|সন্ধ্যা|বিকেল|বিকাল|দুপুর/i.test(text)
  const early = /^a/i.test(match[3] ?? '') || /सुबह|\b(?:subah|morning)\b|সকাল|ভোর/i.test(text)
  if (hour > 24) return null
  return ((later && hour < 12 ? hour + 12 : early && hour === 12 ? 0 : hour) % 24) * 60 + Number(match[2] ?? 0)
}
