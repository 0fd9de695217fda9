import { page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { deskOf } from '#dispatch/desk.ts'
import { offeredVoices } from '#dispatch/offered-voices.ts'

/** Vendors that take longer to list their voices are left out. */
const patienceMs = 5_000

/** Lists the voices of an organisation in the order of its engines. */
export const listVoices: Handle<'listVoices'> = async ({ limit, cursor, language }, context) => {
  const candidates = await deskOf(context).speakersOf(context)
  const { offered } = await offeredVoices(candidates, { ms: patienceMs, enough: () => true, signal: context.signal })
  const spoken = offered.filter((it) => language === undefined || it.voice.language === language)
  const after = cursor === undefined ? -1 : spoken.findIndex((it) => it.id === readCursor(cursor)[0])
  const rest = spoken.slice(after + 1, after + 2 + limit)
  return page(
    rest.map(({ id, from, voice }) => ({ ...voice, id, engine: from.name })),
    limit,
    (it) => [it.id],
  )
}
