import { page, readCursor } from '@myna/kernel'
import type { Handle } from '#context.ts'
import { offeredVoices } from '#domain/offered-voices.ts'

export const listVoices: Handle<'listVoices'> = async ({ limit, cursor, language }, { ports }) => {
  const offered = (await offeredVoices(ports.engines)).filter((it) => language === undefined || it.voice.language === language)
  const after = cursor === undefined ? -1 : offered.findIndex((it) => it.id === readCursor(cursor)?.[0])
  const rest = offered.slice(after + 1, after + 2 + limit)
  return page(
    rest.map(({ id, engine, voice }) => ({ ...voice, id, engine: engine.name })),
    limit,
    (it) => [it.id],
  )
}
