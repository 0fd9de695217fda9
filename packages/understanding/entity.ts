/** What kinds of things an utterance can name. */
export const entityTypes = ['person', 'company', 'phone', 'email', 'money', 'quantity', 'number', 'time', 'duration', 'priority', 'status'] as const
export type EntityType = (typeof entityTypes)[number]

/** How exact a time is: `2026-11-23` alone is a `day`, with half past three a `minute`, `next week` a `week`. */
export type TimeGrain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * A time as meant by the speaker, as ISO local time in the speaker's zone without offset: `2026-11-23T15:30` (to the minute) or, when the grain is a
 * day or more, `2026-11-23`. `to` stands for spans only and is not included in them: `from 3 to 5` has `to` at 17:00, `this weekend` the Monday after.
 */
export type TimeValue = { from: string; to?: string; grain: TimeGrain }

/** What an entity stands for, by its type. */
export type EntityValues = {
  person: { name: string }
  company: { name: string }
  /** `e164` when the number is valid somewhere the caller may be; digits alone otherwise. */
  phone: { e164: string | null; digits: string; country: string | null }
  email: { address: string }
  /** `currency` is an ISO 4217 code; null when none is named. */
  money: { amount: number; currency: string | null; to?: number }
  quantity: { amount: number; unit: string }
  number: { amount: number }
  time: TimeValue
  /** Whole seconds; months count 30 days and years 365. `iso` is the ISO 8601 duration as said, such as `P2W`. */
  duration: { seconds: number; iso: string }
  priority: { level: 'low' | 'normal' | 'high' | 'urgent' }
  status: { state: 'new' | 'open' | 'contacted' | 'qualified' | 'in_progress' | 'on_hold' | 'won' | 'lost' | 'done' }
}

/** Something an utterance names: the words, where they stand in the text as given (UTF-16 offsets, `end` not included) and what they mean. */
export type Entity = { [T in EntityType]: { type: T; text: string; start: number; end: number; value: EntityValues[T] } }[EntityType]
