import { z } from 'zod'

/** The question part of every list: how many, and after which cursor. */
export const PageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at the most.'),
  cursor: z.string().max(400).optional().describe('The `next` of the page before.'),
}

/** The answer of every list: some items and, if there are more, the cursor of the next page. */
export function pageOf<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().optional() })
}

/** Identifiers are version 7 UUIDs made in the application. */
export const Id = z.uuid()
/** A moment in UTC, ISO 8601. */
export const Moment = z.iso.datetime()
/** Languages an agent speaks and understands; `hinglish` is Hindi and English mixed in Latin letters. */
export const Language = z
  .enum(['en', 'hi', 'hinglish', 'bn'])
  .meta({ id: 'Language', description: 'en, hi, hinglish (Hindi and English mixed in Latin letters) or bn.' })
export type Language = z.infer<typeof Language>
