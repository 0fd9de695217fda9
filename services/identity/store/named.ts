import { Fault } from '@myna/kernel'
import { displayName } from '#domain/display-name.ts'

/** A name as it is kept and shown to others. Throws `request.invalid` when nothing of it can be read. */
export function named(text: string, field = 'name'): string {
  const name = displayName(text)
  if (name === undefined) throw new Fault('request.invalid', {}, { fields: [{ field, problem: 'At least one letter or digit.' }] })
  return name
}
