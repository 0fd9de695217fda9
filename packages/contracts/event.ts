import type { Schema } from './operation.ts'

/** A fact a service tells: a noun and a past participle, such as `call.ended`; `data` is its shape. */
export type EventShape<D extends Schema = Schema> = { name: `${string}.${string}`; summary: string; data: D }

/** Declares an event. */
export function event<D extends Schema>(it: EventShape<D>): EventShape<D> {
  return it
}
