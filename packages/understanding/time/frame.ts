/** A part of the day with hours of its own; `day-parts.ts` says which. */
export type PartName =
  | 'dawn'
  | 'early'
  | 'morning'
  | 'lunch'
  | 'afternoon'
  | 'evening'
  | 'night'
  | 'late'
  | 'after-lunch'
  | 'after-work'
  | 'close'
  | 'overnight'

export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'weekend' | 'month' | 'quarter' | 'year'

/** So many of a unit; the number may have a fraction. */
export type Amount = { count: number; unit: Unit }

/**
 * What the words of one expression say about a time, each word its part, in any order: `next week` gives `weekRel`, `Monday` gives `weekday`, `5 pm` gives
 * `hour` and `half`. Words join by putting their parts together; `resolve-time.ts` says which time they mean together.
 */
export type Frame = {
  year?: number
  /** Years from this one, as all that end in `Rel`. */
  yearRel?: number
  quarter?: number
  quarterRel?: number
  month?: number
  monthRel?: number
  weekRel?: number
  weekend?: true
  dayOfMonth?: number
  /** 1 for Monday. */
  weekday?: number
  /** Days from today. */
  day?: number
  /** Days from today towards the past or the future, as the verb says: कल, পরশু. */
  eitherDay?: number
  /** Which of the named thing: the last, this, the next, the one after. */
  pick?: -1 | 0 | 1 | 2
  /** Weeks more on top: `Monday week`. */
  weeksMore?: number
  nth?: { count: number; unit: Unit | 'weekday'; length?: number }
  edge?: 'start' | 'mid' | 'end'
  holiday?: string
  season?: string
  /** The whole week of the date the rest names. */
  weekOf?: true
  span?: { count: number; unit: Unit; direction: 1 | -1 }
  shift?: { amounts: Amount[]; direction: 1 | -1; base?: Frame; within?: true; through?: true; weekday?: number; ofSaid?: true }
  /** The first or second half of the period the rest names. */
  portion?: 1 | 2
  /** Week of the year by ISO 8601. */
  weekNumber?: number
  /** So many years from one on: a decade, a century. */
  years?: { from: number; count: number }
  /** Of the period the rest names: from today on, from tomorrow on, until today. */
  rest?: 'rest' | 'later' | 'so-far'
  now?: true
  part?: PartName
  hour?: number
  minute?: number
  /** Of the day for hours to twelve: before or after noon. `exact` is a clock of 24 hours. */
  half?: 'am' | 'pm' | 'exact'
  /** IANA zone of the clock that is meant, when it is not the speaker's. */
  zone?: string
  /** False while the words alone are too little to be a time: `may`, `second`, `5`. */
  strong: boolean
}

/** Parts of a frame that name a date. */
export const dateKeys = [
  'year',
  'yearRel',
  'quarter',
  'quarterRel',
  'month',
  'monthRel',
  'weekRel',
  'weekend',
  'dayOfMonth',
  'weekday',
  'day',
  'eitherDay',
  'pick',
  'weeksMore',
  'nth',
  'edge',
  'holiday',
  'season',
  'weekOf',
  'span',
  'shift',
  'portion',
  'weekNumber',
  'years',
  'rest',
  'now',
] as const satisfies readonly (keyof Frame)[]

/** Whether a frame names a date or period. */
export const hasDate = (frame: Frame): boolean => dateKeys.some((key) => frame[key] !== undefined)

/** Whether a frame names a time of day. */
export const hasClock = (frame: Frame): boolean => frame.hour !== undefined || frame.part !== undefined

const fineOf = (frame: Frame) =>
  (frame.day ?? frame.eitherDay ?? frame.holiday ?? frame.season) !== undefined
    ? 'day'
    : frame.span !== undefined || frame.now !== undefined
      ? 'span'
      : frame.shift !== undefined
        ? 'shift'
        : undefined

const clashes = (one: Frame, other: Frame): boolean => {
  const fine = fineOf(one)
  if (fine === undefined) return false
  if (fine === 'span') return hasDate(other) || hasClock(other)
  if (fine === 'shift') return hasDate(other)
  return other.month !== undefined && other.dayOfMonth === undefined && one.holiday === undefined
    ? true
    : other.monthRel !== undefined || other.quarter !== undefined
}

/** Both frames as one, or null when they say different things about the same. */
export function joinFrames(one: Frame, other: Frame): Frame | null {
  for (const key of Object.keys(other) as (keyof Frame)[]) {
    if (key !== 'strong' && one[key] !== undefined && one[key] !== other[key]) return null
  }
  if (one.month !== undefined && other.monthRel !== undefined) return null
  if (one.monthRel !== undefined && other.month !== undefined) return null
  if (clashes(one, other) || clashes(other, one)) return null
  return { ...one, ...other, strong: one.strong || other.strong }
}
