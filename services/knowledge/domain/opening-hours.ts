/** For each day of the week (0 Monday … 6 Sunday) the spans it is open, in minutes since midnight; an empty list means closed. */
export type WeekHours = Map<number, [from: number, to: number][]>

const dayNames = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
const hindiDays: [RegExp, string][] = [
  [/सोम(वार)?|সোম(বার)?/g, 'monday'],
  [/मंगल(वार)?|মঙ্গল(বার)?/g, 'tuesday'],
  [/बुध(वार)?|বুধ(বার)?/g, 'wednesday'],
  [/गुरु(वार)?|बृहस्पति(वार)?|বৃহস্পতি(বার)?/g, 'thursday'],
  [/शुक्र(वार)?|শুক্র(বার)?/g, 'friday'],
  [/शनि(वार)?|শনি(বার)?/g, 'saturday'],
  [/रवि(वार)?|রবি(বার)?/g, 'sunday'],
]

// "Mo" and the like are days only where schema.org would write them: "we", "sales" and "month" are not.
const short = 'mo|tu|we|th|fr|sa|su'
const day = String.raw`\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|tue|weds)s?\b\.?|\b(?:${short})\b(?=\s*[-,]\s*(?:${short})\b|\s*\d|\s*$)`
const clock = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?)?`
const token = new RegExp(
  [
    String.raw`(?<all>\b(?:daily|every ?day|all days|7 days|24 ?[x/] ?7)\b)`,
    String.raw`(?<span>${clock}\s*(?:-|to|till|until|se)\s*${clock})`,
    String.raw`(?<whole>\b24 ?(?:hours|hrs|h)\b|\bround the clock\b)`,
    String.raw`(?<closed>\bclosed\b|\bholiday\b|बंद|বন্ধ)`,
    String.raw`(?<day>${day})`,
    String.raw`(?<dash>-|\bto\b|\bthrough\b|\bthru\b)`,
  ].join('|'),
  'gi',
)

/** Hours beyond this many characters are no hours. */
const longestText = 1_000

/** Reads opening hours as people and schema.org write them: `Mo-Fr 09:00-17:30`, `Monday to Friday: 9 am – 5 pm, Sunday closed`. Undefined when no day and time are found. */
export function readOpeningHours(text: string): WeekHours | undefined {
  let plain = text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
  plain = plain.replace(/\bm\s?-\s?f\b/g, 'mon-fri').replace(/\bm\s?-\s?(sat|sun)\b/g, 'mon-$1')
  for (const [pattern, name] of hindiDays) plain = plain.replace(pattern, ` ${name} `)
  const hours: WeekHours = new Map()
  let days: number[] = []
  let told = false
  let dash = false
  const give = (span: [number, number] | undefined) => {
    for (const it of days) {
      const spans = hours.get(it) ?? []
      if (span && !spans.some(([from, to]) => from === span[0] && to === span[1])) spans.push(span)
      hours.set(it, spans)
    }
    told = true
  }
  for (const { groups = {} } of plain.matchAll(token)) {
    if (groups.day || groups.all) {
      if (told) days = []
      told = false
      if (groups.all) days = [0, 1, 2, 3, 4, 5, 6]
      else days = added(days, dayNames.indexOf(groups.day!.slice(0, 2)), dash)
      if (groups.all && /24/.test(groups.all)) give([0, 1440])
    } else if (groups.span) give(spanOf(groups.span))
    else if (groups.whole) {
      if (days.length === 0) days = [0, 1, 2, 3, 4, 5, 6]
      give([0, 1440])
    } else if (groups.closed) give(undefined)
    dash = groups.dash !== undefined
  }
  return hours.size > 0 ? hours : undefined
}

function added(days: readonly number[], next: number, dash: boolean): number[] {
  const last = days.at(-1)
  if (!dash || last === undefined) return [...new Set([...days, next])]
  const range: number[] = []
  for (let it = (last + 1) % 7; it !== next && range.length < 7; it = (it + 1) % 7) range.push(it)
  return [...new Set([...days, ...range, next])]
}

const clockAlone = new RegExp(clock, 'gi')

function spanOf(text: string): [number, number] {
  const [first, second] = [...text.matchAll(clockAlone)].map(([, hour, minute, half]) => ({ hour: Number(hour), minute: Number(minute ?? 0), half: half?.[0] }))
  const from = first!
  const to = second!
  // "9 - 5 pm" begins in the morning, "1 - 5 pm" does not.
  const fromHalf = from.half ?? (to.half === 'p' && from.hour < to.hour && to.hour !== 12 ? 'p' : to.half ? 'a' : undefined)
  const start = minutesOf({ ...from, half: fromHalf })
  const end = minutesOf(to)
  return [start, end <= start && !to.half && to.hour <= 12 ? end + 720 : end]
}

function minutesOf({ hour, minute, half }: { hour: number; minute: number; half: string | undefined }): number {
  const of24 = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return of24 * 60 + minute
}

/** The words before the first day or time of a text: `Retail store` in `Retail store: Mon-Fri 9-5`. */
export function wordsBeforeHours(text: string): string {
  const plain = text
    .slice(0, longestText)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
  const [first] = plain.matchAll(token)
  return first ? plain.slice(0, first.index) : plain
}

/** Whether two accounts of a week contradict each other: open and closed on one day, or spans that overlap and differ. Split shifts told apart do not. */
export function hoursDisagree(one: WeekHours, other: WeekHours): boolean {
  for (const [day, spans] of one) {
    const against = other.get(day)
    if (!against) continue
    if ((spans.length === 0) !== (against.length === 0)) return true
    if (spans.some((a) => against.some((b) => a[0] < b[1] && b[0] < a[1] && (a[0] !== b[0] || a[1] !== b[1])))) return true
  }
  return false
}
